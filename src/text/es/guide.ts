import { es } from './text.ts'
import { esPages } from './guide-pages.ts'
import type { Guide } from '../guide-shape.ts'

const { commands, clear } = es
const bold = (label: string) => `**${label}**`

export const esGuide: Guide = {
  title: 'Guía de soporte',
  intro:
    'Para quien atiende el teléfono. Pregunte: «¿Qué código ve arriba a la derecha? Empieza por R». Abra su página, lea en voz alta la frase y espere a que la persona haga cada paso.',
  open: 'Guía de soporte',
  headings: {
    start: 'Antes de empezar',
    states: 'Qué dice la luz',
    state: 'Palabra',
    means: 'Qué significa',
    toDo: 'Qué hacer',
    warnings: 'Avisos en ámbar',
    warningsIntro:
      'La sesión puede estar conectada y tener además un aviso. No tienen código: se reconocen por su título.',
    blocked: 'Cuando la ventana no muestra organizaciones',
    blockedIntro:
      'Enlace no pudo abrir sus datos, y por eso no hay código. Lea el título de la pantalla. La línea gris, si la hay, es para soporte.',
    codes: 'Códigos',
    sees: 'Qué ve la persona',
    say: 'Qué decir',
    press: 'Qué pulsar',
    otherwise: 'Si no funciona',
    escalate: 'Cuándo pasarlo a otra persona',
    picture: (code) => `La pantalla con el código ${code}`,
    back: 'Todos los códigos',
  },
  states: {
    unlinked: {
      means: 'Gris. La organización no tiene WhatsApp vinculado.',
      toDo: `Con el teléfono en la mano, pulse ${bold(commands.link)}.`,
    },
    starting: {
      means: 'Enlace está trabajando.',
      toDo: 'Espere. Si dura más de un minuto, cambia por sí solo.',
    },
    scan: { means: 'Ámbar. Hay un QR en la pantalla.', toDo: 'Escanéelo con el teléfono de la tienda.' },
    linking: {
      means: 'Ámbar. El teléfono ya escaneó y se está terminando.',
      toDo: `Deje WhatsApp abierto en el teléfono y espere. Si dice ${bold(es.passkey.status.offered)}, falta la llave de acceso del dueño: R-25.`,
    },
    online: {
      means: 'Verde. WhatsApp funciona; debajo dice cuándo fue la última actividad.',
      toDo: `Nada. Para estar seguro, pulse ${bold(commands.test)}.`,
    },
    reconnecting: {
      means: 'Ámbar. Se cortó y Enlace vuelve a intentarlo por sí solo.',
      toDo: `Espere, o pulse ${bold(es.retryNow)}. Si lleva más de diez minutos, busque el código.`,
    },
    stopped: {
      means: 'Gris. Alguien la detuvo en este equipo; la vinculación sigue guardada.',
      toDo: `Pulse ${bold(commands.connect)}. No hay que escanear.`,
    },
    attention: { means: 'Rojo. Necesita a una persona.', toDo: 'Busque el código en esta guía.' },
    unavailable: {
      means: 'Rojo. Algo de este equipo no deja abrir la sesión: el disco, la carpeta o las llaves.',
      toDo: 'Busque el código en esta guía. Enlace lo vuelve a intentar cada medio minuto.',
    },
  },
  topics: [
    {
      title: 'Reglas al teléfono',
      lines: [
        'Una cosa a la vez: diga qué pulsar, espere, y pregunte qué ve ahora.',
        'Nunca pida una foto del QR, el código de 8 caracteres ni la carpeta de la sesión: con eso cualquiera entra a la cuenta.',
        'Nunca pida que borren la llave de acceso (passkey) ni la cuenta de WhatsApp. La llave la usa solo su dueño (R-25).',
        'Enlace no borra chats. Los chats están en el teléfono, y nada de lo que se pulsa aquí los toca.',
        `No proponga ${bold(commands.clear)} para probar suerte: WhatsApp puede negarse a vincular de nuevo. Solo cuando la página del código lo diga.`,
        'Si la tienda está esperando clientes, puede atender WhatsApp en el teléfono mientras tanto.',
      ],
    },
    {
      title: 'Cómo se escanea',
      lines: [
        ...[
          es.link.steps.open,
          es.link.steps.devices,
          es.link.steps.devicesOnIphone,
          es.link.steps.link,
          es.link.steps.warning,
        ].map((line) => `${line}.`),
        'El lugar de ese aviso es aproximado: puede ser otra ciudad. Si nadie está vinculando en ese momento, sí hay que tocar **No vincular**.',
      ],
    },
    {
      title: 'Qué se conserva y qué se pierde al limpiar',
      lines: [
        `${clear.kept.title}: ${clear.kept.body}`,
        `${clear.lost.title}: ${clear.lost.body}`,
        'Limpiar no cierra la vinculación anterior en el teléfono. Cuando la nueva funciona, Enlace ofrece retirarla, para que no ocupe uno de los cuatro lugares.',
      ],
    },
    {
      title: 'Cómo se deshace',
      lines: [
        `Normalmente durante siete días, arriba de la tarjeta está ${bold('Deshacer')}. Vuelve la vinculación de antes, sin escanear.`,
        'No se puede si WhatsApp ya cerró aquella vinculación (R-22, R-24), o si se retiró.',
        `Una organización quitada se recupera en ${bold(es.preferences.title)}, pestaña ${bold(es.preferences.tabs.keeping)}: ${bold(es.quarantine.restore)}.`,
      ],
    },
    {
      title: 'Si pide un PIN',
      lines: [
        'Lo activó la tienda y vale para una sola acción. Soporte no lo sabe ni debe pedirlo.',
        'Después de cinco PIN equivocados hay que esperar: 30 segundos, y cada vez el doble.',
        `Si lo olvidaron: ${bold(es.pin.forgotten)} dice qué archivo hay que borrar con Enlace cerrado. Borren ese y ningún otro; las sesiones no se tocan.`,
      ],
    },
    {
      title: 'Dónde están los datos',
      lines: [
        'En Windows: %APPDATA%\\Enlace. En macOS: ~/Library/Application Support/Enlace. En Linux: ~/.config/Enlace.',
        'Dentro, la carpeta organizations tiene una carpeta por sesión, con el nombre de la sesión. Son de un usuario de ese equipo: otro usuario no las ve.',
        'Si se copian a otro equipo no se abren, porque la llave se queda en el primero (R-15). Para mudar una sesión se exporta.',
        'No las ponga en OneDrive, Dropbox ni parecidos: dos equipos con la misma sesión se dañan entre sí.',
      ],
    },
    {
      title: 'Lo que más se pregunta',
      lines: [
        '¿El teléfono debe estar encendido? No siempre, pero si pasa 14 días sin internet WhatsApp quita este equipo.',
        '¿Y si nadie ha entrado al equipo? Nada funciona hasta que alguien entra con el usuario de siempre.',
        '¿El equipo puede dormirse? Dormido no recibe nada. Al despertar se conecta por sí solo.',
        '¿Cómo se llama este equipo en el teléfono? Google Chrome (Mac OS), aunque sea Windows.',
        `¿Cambió el número de la tienda? Con la sesión conectada, ${bold(commands['change-number'])}. No cree otra organización.`,
        '¿Se puede practicar? Sí: el modo de práctica usa un teléfono simulado y no toca las sesiones de verdad.',
      ],
    },
  ],
  pages: esPages,
}
