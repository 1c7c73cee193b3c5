import type { CauseCode } from '../../contract/cause.ts'
import type { Notice, StartupProblem } from '../../contract/commands.ts'
import type { ErrorCode } from '../../contract/result.ts'
import { plural } from '../format.ts'
import { esPractice } from './practice.ts'
import { phoneRefusal } from '../phone-refusal.ts'

/** What went wrong, in the words of the three questions: what happened, why, and what to do about it. */
export interface ProblemText {
  readonly title: string
  /** Why it may have happened, and what became of what is stored. */
  readonly why: string
  /** What to press, what to wait for or whom to call. */
  readonly next: string
}

type Params = Readonly<Record<string, string>>

export interface Problems {
  readonly causes: Readonly<Record<CauseCode, ProblemText>>
  /** Why nothing can run at all. */
  readonly blocked: Readonly<Record<StartupProblem['code'], ProblemText>>
  /** The window and the rest of Enlace lost each other. */
  readonly detached: ProblemText
  /** `detail` is the folder or file; `name` the organization, where the notice is about one. */
  readonly notices: Readonly<
    Record<Notice['code'], (detail: string, name: string, sessionName: string) => string>
  >
  readonly errors: Readonly<Record<ErrorCode, (params: Params) => string>>
}

export const esProblems: Problems = {
  causes: {
    'restore-failed': {
      title: 'No se pudo retomar la sesión',
      why: 'Enlace lo intentó varias veces sin lograrlo. La vinculación sigue guardada en este equipo y no se borró nada.',
      next: 'Revise el internet. Enlace sigue intentándolo cada vez más despacio, también sin pulsar nada; si no vuelve, llame a su soporte con este código.',
    },
    'damaged-store': {
      title: 'La sesión guardada en este equipo está dañada',
      why: 'Un corte de luz o un apagado repentino pudo dañar el archivo. Enlace no borró nada, y los chats siguen en el teléfono.',
      next: 'Limpie la sesión y escanee un código nuevo con el teléfono de la tienda.',
    },
    'vault-locked': {
      title: 'Las claves de este equipo están bloqueadas',
      why: 'El sistema guarda la clave que abre la sesión y ahora no la entrega. No se perdió nada.',
      next: 'Desbloquee el llavero del equipo o vuelva a entrar con su usuario, y reintente.',
    },
    'vault-lost': {
      title: 'Este equipo perdió la clave de la sesión',
      why: 'Suele pasar al reinstalar el sistema o al cambiar de usuario. La sesión guardada ya no se puede abrir, pero los chats siguen en el teléfono.',
      next: 'Limpie la sesión y escanee un código nuevo con el teléfono de la tienda.',
    },
    'foreign-store': {
      title: 'Esta sesión se guardó en otro equipo o con otro usuario',
      why: 'La clave que la abre está en aquel equipo y aquí no se puede leer. Enlace no cambió nada en ella.',
      next: 'Ábrala o expórtela en el equipo y con el usuario de antes. Para usar ese número aquí, añada otra organización y vincúlelo con un QR.',
    },
    'store-newer': {
      title: 'Una versión más nueva de Enlace guardó esta sesión',
      why: 'Esta versión no sabe leerla y por eso no la toca. No se perdió nada.',
      next: 'Actualice Enlace en este equipo y vuelva a abrirlo.',
    },
    'folder-in-use': {
      title: 'Otro programa está usando esta sesión',
      why: 'Puede haber otro Enlace abierto sobre la misma carpeta. Usarla dos veces la dañaría.',
      next: 'Cierre el otro programa y reintente.',
    },
    'folder-missing': {
      title: 'No se encuentra la carpeta de esta sesión',
      why: 'Pudieron moverla o borrarla, o está en un disco que no está conectado. Enlace no creó otra en su lugar, y los chats siguen en el teléfono.',
      next: 'Devuelva la carpeta a su lugar o conecte el disco, y reintente. Si no la encuentra, llame a su soporte.',
    },
    'not-scanned': {
      title: 'QR vencido',
      why: 'Nadie lo escaneó a tiempo. No pasó nada malo: WhatsApp retira los códigos a los pocos minutos.',
      next: 'Cuando tenga el teléfono en la mano, genere otro.',
    },
    'unlinked-from-phone': {
      title: 'El teléfono quitó este equipo de sus dispositivos vinculados',
      why: 'Alguien lo quitó en WhatsApp, se cambió de teléfono, o el teléfono estuvo muchos días sin usarse. Los chats siguen en el teléfono.',
      next: 'Vincule de nuevo escaneando un código con el teléfono de la tienda.',
    },
    replaced: {
      title: 'Esta sesión se abrió en otro lugar',
      why: 'Otro equipo o servidor usa la misma vinculación, y WhatsApp solo deja una conexión a la vez. La vinculación sigue guardada.',
      next: 'Cierre el otro primero. Después elija usarla aquí.',
    },
    'relink-required': {
      title: 'WhatsApp pide vincular de nuevo',
      why: 'WhatsApp dejó de aceptar la vinculación que había en este equipo. Los chats siguen en el teléfono.',
      next: 'Escanee un código nuevo con el teléfono de la tienda.',
    },
    'passkey-required': {
      title: 'No se pudo confirmar con la llave de acceso (passkey)',
      why: 'WhatsApp vincula esta cuenta solo si su dueño confirma con su llave, y esta vez no se llegó al final. No se perdió nada.',
      next: 'Vincule de nuevo cuando el dueño esté presente con su teléfono. Si vuelve a pasar, llame a su soporte con este código.',
    },
    'scan-failed': {
      title: 'El teléfono leyó el código, pero no se vinculó',
      why: 'WhatsApp no terminó de vincular; suele ser un tropiezo del momento. No se perdió nada.',
      next: 'Use el código nuevo que está en la pantalla.',
    },
    'code-refused': {
      title: 'WhatsApp no da más códigos para escribir por ahora',
      why: 'Solo deja pedir unos pocos, y después hace esperar varias horas.',
      next: 'Escanee este QR, o espere unas horas y pida el código otra vez.',
    },
    'number-refused': {
      title: 'WhatsApp no acepta ese número',
      why: 'Puede estar mal escrito o no tener WhatsApp.',
      next: 'Revise el número y pida el código otra vez, o escanee este QR.',
    },
    network: {
      title: 'Se cortó la conexión con WhatsApp',
      why: 'Puede ser el internet de la tienda o un corte breve. La vinculación sigue guardada: no hay que escanear de nuevo.',
      next: 'Si tarda más de unos minutos, revise que este equipo tenga internet.',
    },
    'whatsapp-unavailable': {
      title: 'WhatsApp no está disponible en este momento',
      why: 'La falla es de los servidores de WhatsApp, no de este equipo. La vinculación sigue guardada.',
      next: 'No hay nada que arreglar en la tienda: se conecta cuando WhatsApp vuelva.',
    },
    'handshake-refused': {
      title: 'WhatsApp no aceptó la conexión de este equipo',
      why: 'Un antivirus, un filtro de internet o una hora equivocada pueden impedirla. La vinculación sigue guardada.',
      next: 'Revise la fecha y la hora de este equipo y pruebe con otra red, como la de un teléfono.',
    },
    outdated: {
      title: 'WhatsApp ya no acepta esta versión',
      why: 'WhatsApp pide una versión más reciente. Enlace buscó la nueva y tampoco fue aceptada. La vinculación sigue guardada: no hay que escanear de nuevo.',
      next: 'Enlace sigue intentándolo, sin pulsar nada. Si sigue igual mañana, actualice Enlace o llame a su soporte con este código.',
    },
    intercepted: {
      title: 'Algo abre la conexión cifrada con WhatsApp',
      why: 'Un antivirus, un programa de control o la red muestra un certificado suyo en lugar del de WhatsApp, y Enlace no se conecta así. La vinculación sigue guardada.',
      next: 'Apague en el antivirus la revisión de páginas seguras, o pruebe con otra red, como la de un teléfono. Enlace sigue intentando.',
    },
    'wrong-clock': {
      title: 'La fecha o la hora de este equipo no es la correcta',
      why: 'Con la hora que tiene este equipo, el certificado de WhatsApp no es válido: vencido, o todavía no vigente. La vinculación sigue guardada.',
      next: 'Ponga la fecha y la hora correctas, mejor en automático. Enlace se conecta por sí solo.',
    },
    'captive-portal': {
      title: 'Esta red pide iniciar sesión antes de dar internet',
      why: 'En lugar de WhatsApp respondió una página de la red, como en hoteles y centros comerciales. La vinculación sigue guardada.',
      next: 'Abra el navegador de este equipo, entre en la página de la red y acepte. Enlace se conecta por sí solo.',
    },
    'proxy-refused': {
      title: 'El proxy de esta red no deja pasar la conexión',
      why: 'Este equipo sale a internet por un proxy, y el proxy pide usuario y contraseña o no permite llegar a WhatsApp. La vinculación sigue guardada.',
      next: 'Abra Preferencias, Red: allí se inicia sesión en el proxy y se prueba la conexión. Si no tiene los datos, pídalos a quien cuida la red.',
    },
    restricted: {
      title: 'WhatsApp restringió esta cuenta',
      why: 'Lo decide WhatsApp y suele ser por un tiempo; desde este equipo no se puede cambiar. La vinculación sigue guardada.',
      next: 'Abra WhatsApp en el teléfono: allí dice el motivo y cuánto falta. Reintente cuando el teléfono vuelva a funcionar. Si se cambió el teléfono, hay que vincular de nuevo.',
    },
    banned: {
      title: 'WhatsApp suspendió este número',
      why: 'Mientras dure la suspensión, ningún equipo puede conectarlo. La vinculación sigue guardada.',
      next: 'Abra WhatsApp en el teléfono y pida una revisión. La respuesta llega al teléfono.',
    },
    'removed-while-limited': {
      title: 'WhatsApp limitó esta cuenta y quitó este equipo',
      why: 'La vinculación terminó mientras WhatsApp no dejaba escribir a chats nuevos. Los chats siguen en el teléfono.',
      next: 'Espere a que termine el límite: vincular antes puede alargarlo. Mientras tanto, conteste desde el teléfono.',
    },
    'wrong-number': {
      title: 'Se vinculó un número distinto',
      why: 'Esta organización usaba otro. La sesión queda en espera, sin recibir mensajes, hasta que usted decida; los chats siguen en cada teléfono.',
      next: 'Si el cambio es correcto, acepte el número nuevo. Si se escaneó con otro teléfono por error, elija Desvincular: se quita de ese teléfono y puede escanear con el correcto.',
    },
    'another-account': {
      title: 'El número es el mismo, pero la cuenta es otra',
      why: 'WhatsApp lo lleva ahora como una cuenta distinta de la que estaba vinculada aquí: el número pudo pasar a otra persona, o registrarse de nuevo. La sesión queda en espera, sin recibir mensajes, hasta que usted decida.',
      next: 'Si la tienda registró WhatsApp de nuevo con su número, acepte. Si nadie lo reconoce, elija Desvincular y llame a su soporte.',
    },
    'duplicate-number': {
      title: 'Ese número ya está vinculado a otra organización',
      why: 'Un número solo puede estar en una organización a la vez, para que no se mezclen los mensajes. La otra sigue como estaba.',
      next: 'Elija Desvincular y escanee con el teléfono de esta organización. Si el número debe quedar aquí, cierre antes la sesión en la otra y reintente.',
    },
    'duplicate-identity': {
      title: 'Hay dos copias de la misma sesión',
      why: 'Otra carpeta tiene la misma vinculación, y conectar las dos las dañaría. Solo funciona la original; esta copia no se tocó.',
      next: 'No hay que hacer nada para que la original siga. Para saber si la copia se puede quitar, llame a su soporte con este código.',
    },
    'read-only': {
      title: 'No se puede escribir en la carpeta de la sesión',
      why: 'Su usuario no tiene permiso, o el disco está protegido. No se perdió nada.',
      next: 'Dé permiso de escritura a la carpeta y reintente. Si no sabe cómo, llame a su soporte.',
    },
    'disk-full': {
      title: 'El disco de este equipo está lleno',
      why: 'Sin espacio no se puede guardar la sesión con seguridad, y por eso se detuvo. WhatsApp conserva los mensajes pendientes.',
      next: 'Libere espacio, por ejemplo vaciando la papelera, y reintente.',
    },
    'io-error': {
      title: 'El disco falló al leer o guardar la sesión',
      why: 'Puede ser un antivirus o un disco gastado. Enlace se detuvo para no dañarla.',
      next: 'Reintente. Si vuelve a pasar, llame a su soporte: el disco puede estar fallando.',
    },
    unknown: {
      title: 'WhatsApp cerró la conexión sin un motivo conocido',
      why: 'La vinculación sigue guardada en este equipo.',
      next: 'Reintente. Si vuelve a pasar, llame a su soporte con este código.',
    },
  },

  blocked: {
    'data-folder-unwritable': {
      title: 'Enlace no puede guardar en su carpeta',
      why: 'Su usuario no tiene permiso para escribir en ella, o el disco está lleno o protegido. No se cambió nada.',
      next: 'Dé permiso de escritura a esta carpeta, o libere espacio, y abra Enlace de nuevo.',
    },
    'whatsapp-url-refused': {
      title: 'La dirección de prueba no es válida',
      why: 'ENLACE_WHATSAPP_URL solo puede apuntar a este mismo equipo. Por seguridad, Enlace no se conecta a otra.',
      next: 'Corrija esa variable o quítela, y abra Enlace de nuevo.',
    },
    'passkey-way-refused': {
      title: 'La prueba de la llave de acceso no es válida',
      why: 'ENLACE_PASSKEY_WAY solo puede decir «window», «browser» o los dos separados por una coma.',
      next: 'Corrija esa variable o quítela, y abra Enlace de nuevo.',
    },
    'simulator-failed': {
      title: 'El modo de práctica no pudo arrancar',
      why: 'El teléfono simulado no respondió. Sus sesiones reales no tienen nada que ver y siguen igual.',
      next: 'Cierre esta ventana y ábralo otra vez. Si vuelve a pasar, llame a su soporte.',
    },
    'start-failed': {
      title: 'Enlace no pudo abrir sus datos',
      why: 'Algo en su carpeta de datos se lo impide, o el disco no responde. Por eso no abrió ninguna sesión; los chats siguen en el teléfono.',
      next: 'Cierre Enlace y ábralo otra vez. Si vuelve a pasar, reinicie el equipo; si sigue igual, llame a su soporte y léale la línea de arriba.',
    },
  },

  detached: {
    title: 'La ventana no pudo hablar con Enlace',
    why: 'Las sesiones pueden seguir funcionando por detrás; solo falta mostrarlas.',
    next: 'Intente de nuevo. Si no se arregla, cierre Enlace y ábralo otra vez.',
  },

  notices: {
    'preferences-reset': (detail: string) =>
      `No se pudieron leer todas sus preferencias: lo que no se entendió vuelve a lo inicial. El archivo anterior quedó en ${detail}.`,
    'pin-reset': (detail) =>
      `El PIN no se pudo leer y ya no está activado. Active otro en Preferencias. El archivo quedó en ${detail}.`,
    'installation-reset': (detail) =>
      `El archivo con el que Enlace reconoce este equipo no se pudo leer y se escribió de nuevo. Sus sesiones siguen igual. El anterior quedó en ${detail}.`,
    'folder-unreadable': (detail: string) =>
      `La carpeta ${detail} no se pudo leer como organización. Quedó tal como estaba.`,
    'duplicate-identity': (detail, name) =>
      `La carpeta ${detail} es una copia de ${name}. Solo funciona la original; la copia quedó tal como estaba.`,
    'folder-renamed': (detail, name, sessionName) =>
      `La carpeta «${detail}» es de ${name}, pero ya no tiene su nombre. Devuélvale el nombre «${sessionName}» y volverá a funcionar.`,
    'import-refused': (detail) =>
      `La carpeta ${detail} parece una sesión de otro servidor, pero sus claves no sirven. Quedó tal como estaba; para usar ese número, vincúlelo con un QR.`,
    'synced-folder': (service) =>
      `La carpeta de datos está dentro de ${service}, que la copia a otra parte. Dos equipos con la misma sesión se dañan entre sí: muévala fuera o exclúyala de la sincronización.`,
    'old-session': (days, name) =>
      `${name} lleva ${days} días sin usarse. Si ya no hace falta, puede limpiarla; Enlace no lo hará por su cuenta.`,
    'proxy-sign-in': (proxy) =>
      `El proxy de esta red (${proxy}) pide usuario y contraseña. Sin ellos Enlace no llega a WhatsApp.`,
    'proxy-sign-in-refused': (proxy) =>
      `El proxy de esta red (${proxy}) no aceptó el usuario y la contraseña. Enlace no los repite, para no bloquear la cuenta.`,
    'simulator-ended': () =>
      'Se cerró el programa del teléfono simulado. Sus sesiones reales no tienen nada que ver y siguen igual; reinícielo para seguir practicando.',
  },

  errors: {
    'invalid-input': () => 'Hay un dato que no es válido. Revíselo e intente de nuevo.',
    'unknown-organization': () => 'Esa organización ya no existe.',
    'name-empty': () => 'Escriba un nombre.',
    'name-too-long': () => 'El nombre puede tener hasta 80 caracteres.',
    'name-unusable': () => 'El nombre tiene caracteres que no se ven. Bórrelo y escríbalo a mano.',
    'id-invalid': () => 'Use solo letras sin tilde, números, guion y guion bajo; hasta 64.',
    'id-taken': () => 'Otra organización ya tiene ese id.',
    'number-invalid': () => 'Escriba el número completo con el código del país, como +57 300 791 5262.',
    'name-mismatch': () => 'No es el mismo nombre. Escríbalo tal como aparece arriba.',
    'import-refused': ({ reason }: Params) =>
      `Esa carpeta no tiene una sesión que se pueda usar: le falta un archivo, está dañado o nunca se vinculó. No se cambió nada en ella.${forSupport(reason)}`,
    'import-known': ({ name }) =>
      `Esa sesión ya está aquí: es la de ${name}. Dos organizaciones con la misma sesión se desconectarían una a la otra. No se cambió nada en la carpeta.`,
    'import-too-large': ({ reason }) =>
      `En esa carpeta hay mucho más de lo que ocupa una sesión, así que Enlace no la leyó. Elija la carpeta de una sola sesión, la que tiene creds.json.${forSupport(reason)}`,
    'session-name-invalid': () =>
      'Use solo letras sin tilde, números, guion y guion bajo, hasta 64, y empiece por letra o número.',
    'session-name-taken': () =>
      'Otra organización ya tiene ese nombre de sesión. Este está libre; puede cambiarlo ahora, después queda fijo.',
    'export-inside': () =>
      'Esa carpeta es de Enlace: allí la copia se tomaría por otra organización. Elija otra, por ejemplo una memoria USB.',
    'export-in-session': () =>
      'En esa carpeta hay una sesión de otro servidor, y la copia se mezclaría con ella. Elija otra, por ejemplo una memoria USB.',
    'not-possible-now': () => 'Eso no se puede hacer en este momento, porque la sesión cambió de estado.',
    'pin-required': () => 'Para eso hace falta el PIN.',
    'pin-wrong': ({ left }) =>
      plural('es', Number(left), {
        one: 'Ese no es el PIN. Queda 1 intento antes de una espera.',
        other: `Ese no es el PIN. Quedan ${left} intentos antes de una espera.`,
      }),
    'pin-wait': () => 'Demasiados PIN equivocados: hay que esperar antes de probar otro.',
    storage: () => 'No se pudo guardar en el disco. No se perdió nada.',
    'not-practice': () => 'Eso solo se puede hacer en el modo de práctica.',
    simulator: ({ reason }) => esPractice.practice.refusals[phoneRefusal(reason)],
    internal: () => 'Algo falló dentro de Enlace. Intente de nuevo; si vuelve a pasar, llame a su soporte.',
  },
}

function forSupport(reason: string | undefined): string {
  return reason === undefined ? '' : ` Para su soporte: ${reason}.`
}
