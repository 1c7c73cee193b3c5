import type { PracticeFault } from '../../contract/practice.ts'
import type { PhoneRefusal } from '../phone-refusal.ts'

/** A fault by name, and in one line what it simulates and what a shop would see. */
export interface FaultText {
  readonly name: string
  readonly what: string
}

/** Practice mode: the simulated phone, and what can be made to fail. */
export const esPractice = {
  practice: {
    badge: 'Modo de práctica',
    explanation: 'Teléfono y WhatsApp simulados: nada de lo que haga aquí es real.',
    open: 'Abrir el modo de práctica',
    phone: 'Teléfono simulado',
    scan: 'Escanear',
    heal: 'Que todo funcione',
    enterCode: 'Escribir el código',
    faults: 'Provocar una falla',
    faultHint: 'Elija una falla: aquí dice qué simula y qué se vería en una tienda.',
    faultGroups: { linking: 'Al vincular', connection: 'Conexión', phone: 'Teléfono y cuenta' },
    restart: 'Reiniciar el teléfono simulado',
    /** What the simulated phone would say where it cannot do what is asked. */
    refusals: {
      'no-qr': 'Primero pida un código QR.',
      ended: 'El teléfono simulado se detuvo: reinícielo con el botón de arriba.',
      full: 'El teléfono dice que ya tiene cuatro dispositivos vinculados. Quite uno y escanee de nuevo.',
      passkey: 'El teléfono pide confirmar con la llave de acceso. Siga los pasos de la pantalla.',
      retired: 'El teléfono dice que el código ya no vale. Escanee el nuevo.',
      failed: 'El teléfono dice que no pudo vincular el dispositivo. Escanee el código nuevo.',
      'not-linked': 'Eso solo puede fallar en una sesión vinculada. Vincúlela primero.',
      other: 'El teléfono simulado no pudo hacerlo ahora.',
    } satisfies Record<PhoneRefusal, string>,
    fault: {
      'connection-drop': {
        name: 'Cortar la conexión',
        what: 'Un corte de un instante. Enlace se reconecta por sí solo, casi siempre sin que se note.',
      },
      outage: {
        name: 'Dejar sin internet',
        what: 'Como un módem apagado. A los pocos segundos dice «Reconectando» (R-31) hasta que vuelva.',
      },
      'half-open': {
        name: 'Que nadie responda',
        what: 'La conexión sigue abierta pero muda, como en una red saturada. Enlace lo nota en menos de un minuto y reconecta.',
      },
      'unlinked-from-phone': {
        name: 'Quitar el vínculo en el teléfono',
        what: 'Alguien quita este equipo en Dispositivos vinculados. Pide vincular de nuevo (R-22).',
      },
      'opened-elsewhere': {
        name: 'Abrirla en otro equipo',
        what: 'Otro servidor usa la misma sesión. Enlace se aparta y pregunta si usarla aquí (R-23).',
      },
      'account-restricted': {
        name: 'Restringir la cuenta',
        what: 'WhatsApp limita la cuenta por un tiempo. La sesión queda en espera (R-41).',
      },
      'account-banned': {
        name: 'Suspender el número',
        what: 'WhatsApp suspende el número. Solo se resuelve desde el teléfono (R-42).',
      },
      'link-retired': {
        name: 'Retirar la vinculación',
        what: 'WhatsApp deja de aceptar este vínculo. Pide escanear un código nuevo (R-24).',
      },
      'whatsapp-unavailable': {
        name: 'Caída de WhatsApp',
        what: 'Fallan los servidores de WhatsApp, no la tienda. Se conecta cuando vuelvan (R-32).',
      },
      'undecryptable-messages': {
        name: 'Mensajes ilegibles',
        what: 'Seis contactos escriben y nada se puede descifrar. Sigue conectado, con un aviso y su remedio.',
      },
      'healing-messages': {
        name: 'Mensajes al segundo intento',
        what: 'Seis contactos escriben y al principio no se descifra. WhatsApp los pide otra vez y llegan: sin aviso.',
      },
      'test-refused': {
        name: 'Rechazar la prueba',
        what: 'WhatsApp contesta, pero no acepta el mensaje de «Probar la conexión» (463). Sigue conectado.',
      },
      'wrong-phone': {
        name: 'Escanear con otro teléfono',
        what: 'El próximo escaneo se hace con otro número. Enlace lo retiene y pregunta (R-51).',
      },
      'code-retired': {
        name: 'Retirar el código al escanear',
        what: 'WhatsApp anula el código justo al escanearlo. Aparece otro: se escanea de nuevo.',
      },
      'passkey-required': {
        name: 'Exigir llave de acceso',
        what: 'La cuenta pide una llave de acceso (passkey) al vincular. Escanee y confirme con la llave de práctica.',
      },
      'phone-full': {
        name: 'Teléfono sin lugar',
        what: 'El teléfono ya tiene cuatro dispositivos vinculados: hay que quitar uno antes de escanear.',
      },
      'short-connections': {
        name: 'Cortar después de cada entrada',
        what: 'WhatsApp acepta la entrada y la corta al instante, una y otra vez. A la tercera dice «Reconectando», y cada intento espera más.',
      },
      'account-paused': {
        name: 'Pausar la cuenta un rato',
        what: 'WhatsApp restringe la cuenta y dice hasta cuándo: dos minutos. Enlace espera y lo prueba una vez (R-41).',
      },
      'scan-failed': {
        name: 'Fallar el escaneo',
        what: 'El teléfono escanea y WhatsApp no termina de vincular. Aparece otro código, y dice por qué (R-26).',
      },
      'code-refused': {
        name: 'Negar el código para escribir',
        what: 'WhatsApp no da más códigos por ahora al vincular con el número. Aparece un QR, y dice por qué (R-27).',
      },
      'version-refused': {
        name: 'Rechazar la versión',
        what: 'WhatsApp pide una versión más nueva. Enlace la busca; si tampoco sirve, lo dice (R-34).',
      },
      'garbled-answers': {
        name: 'Respuestas alteradas',
        what: 'Un antivirus o un filtro cambia lo que llega. WhatsApp no acepta la conexión (R-33).',
      },
      'network-page': {
        name: 'Una página en lugar de WhatsApp',
        what: 'Como la red de un hotel: pide entrar en su página antes de dar internet (R-37).',
      },
      'unknown-refusal': {
        name: 'Motivo desconocido',
        what: 'WhatsApp cierra con un código que nadie conoce. Enlace lo muestra y reintenta (R-99).',
      },
      'login-unanswered': {
        name: 'No responder al entrar',
        what: 'WhatsApp contesta al saludo y luego calla. A los 40 segundos Enlace lo dice y reintenta.',
      },
      'wrong-clock': {
        name: 'Hora equivocada',
        what: 'La hora de este equipo parece mal por 20 minutos. Sigue conectado, con un aviso.',
      },
      'phone-off': {
        name: 'Apagar el teléfono',
        what: 'El teléfono no responde. Sigue conectado; «Probar la conexión» dice que el teléfono calla.',
      },
      'new-chats-forbidden': {
        name: 'Prohibir chats nuevos',
        what: 'Por un día, los chats que ya existen siguen y los nuevos no. Sigue conectado, con un aviso.',
      },
      'removed-while-limited': {
        name: 'Limitar y quitar el equipo',
        what: 'WhatsApp limita la cuenta y quita este equipo. Hay que esperar tres minutos antes de vincular (R-43).',
      },
      'queue-withheld': {
        name: 'Retener lo pendiente',
        what: 'WhatsApp anuncia mensajes pendientes y no los entrega. A los pocos minutos hay un aviso.',
      },
    } satisfies Record<PracticeFault, FaultText>,
  },
}

export type Practice = typeof esPractice
