import type { RestrictionKind } from '../../contract/restriction.ts'
import type {
  About,
  HealthView,
  LinkStep,
  SessionCommand,
  SessionState,
  Status,
  WarningCode,
} from '../../contract/session-view.ts'
import { esActivity } from './activity.ts'
import { esDialogs } from './dialogs.ts'
import { esKeeping } from './keeping.ts'
import { esPasskey } from './passkey.ts'
import { esPin } from './pin.ts'
import { esPreferences } from './preferences.ts'
import { esNetwork } from './network.ts'
import { esOutside } from './outside.ts'
import { esPasskeyWindow } from './passkey-window.ts'
import { esLessons } from './lessons.ts'
import { esPractice } from './practice.ts'
import { esList } from './list.ts'
import { esProblems } from './problems.ts'
import { esRepair } from './repair.ts'
import { esReset } from './reset.ts'
import { esSource } from './source.ts'
import { plural } from '../format.ts'

type Holder = Extract<About, { kind: 'holder' }>
type Activity = Extract<SessionState, { status: 'starting' }>['activity']

/**
 * Every sentence, in the language they are written in first; the other dictionaries have the same type.
 * `**so**` is bold, and `⋮` stands for the three dots on the phone.
 */
export const es = {
  product: 'Enlace',

  /** The word beside the light. */
  status: {
    unlinked: 'Sin vincular',
    starting: 'Iniciando',
    scan: 'Escanee el código',
    linking: 'Vinculando',
    online: 'Conectado',
    reconnecting: 'Reconectando',
    stopped: 'Detenido por usted',
    attention: 'Necesita atención',
    unavailable: 'No disponible',
  } satisfies Record<Status, string>,
  /** The same word while starting, by what is going on. */
  activity: {
    connecting: 'Iniciando',
    clearing: 'Limpiando',
    'logging-out': 'Cerrando sesión',
    stopping: 'Deteniendo',
  } satisfies Record<Activity, string>,
  /** The same word where another server may still be running the link. */
  elsewhere: 'En espera',
  /** The same word while a code is typed on the phone instead of scanned. */
  typeCode: 'Escriba el código',

  ...esProblems,
  ...esNetwork,
  ...esDialogs,
  ...esRepair,
  ...esReset,
  ...esSource,
  ...esKeeping,
  ...esPreferences,
  ...esPasskey,
  ...esPin,
  ...esOutside,
  passkeyWindow: esPasskeyWindow,
  ...esActivity,
  ...esPractice,
  ...esLessons,
  ...esList,
  supportCode: (code: string) => `Código de soporte ${code}`,
  whatsappCode: (code: number) => `WhatsApp dio el código ${code}.`,

  commands: {
    link: 'Vincular WhatsApp',
    'cancel-link': 'Cancelar',
    connect: 'Conectar',
    stop: 'Detener',
    retry: 'Reintentar',
    'take-over': 'Usarla aquí',
    'log-out': 'Cerrar sesión',
    clear: 'Limpiar sesión',
    'undo-clear': 'Deshacer',
    'change-number': 'Cambiar número',
    'accept-number': 'Aceptar el número nuevo',
    'reject-number': 'Desvincular',
    test: 'Probar la conexión',
    verify: 'Revisar',
    renew: 'Renovar sesiones',
    'send-keys': 'Enviar claves ahora',
    'use-passkey': 'Usar la llave de acceso',
    'use-passkey-otherwise': 'Usar la otra forma',
    'confirm-code': 'Sí, es el mismo',
    'deny-code': 'No',
    'restore-snapshot': 'Restaurar la copia',
    'retire-previous': 'Retirar el vínculo anterior',
  } satisfies Record<SessionCommand, string>,
  linkAgain: 'Vincular de nuevo',
  newPhone: 'Se cambió el teléfono: vincular',
  acceptAccount: 'Aceptar la cuenta',
  anotherQr: 'Generar otro QR',
  useQr: 'Usar el código QR',
  connectHere: 'Conectar aquí – apague antes el servidor anterior',
  retryNow: 'Reintentar ahora',
  tryAgain: 'Intentar de nuevo',
  more: 'Más opciones',
  cancel: 'Cancelar',
  close: 'Cerrar',

  organizations: {
    label: 'Organizaciones',
    add: 'Añadir organización',
    options: (name: string) => `Opciones de ${name}`,
    rename: 'Cambiar el nombre',
    summary: {
      connected: (n: number) => plural('es', n, { one: `${n} conectada`, other: `${n} conectadas` }),
      attention: (n: number) =>
        plural('es', n, { one: `${n} necesita atención`, other: `${n} necesitan atención` }),
      none: 'Ninguna conectada',
    },
  },

  empty: {
    title: 'Añada una organización y vincule su WhatsApp con este equipo',
    practice: 'Probar primero en el modo de práctica',
    data: (folder: string) => `Todo se guarda en este equipo, en ${folder}`,
  },

  unlinked: {
    title: 'Vincule el WhatsApp de esta organización',
    body: 'Tenga a la mano el teléfono de la tienda: va a escanear un código. Toma menos de un minuto.',
  },

  starting: {
    connecting: { title: 'Conectando con WhatsApp', body: 'Un momento, por favor. No hay que hacer nada.' },
    clearing: {
      title: 'Limpiando la sesión',
      body: 'Enlace aparta la sesión anterior y pide un código nuevo. El QR aparece aquí por sí solo.',
    },
    'logging-out': {
      title: 'Cerrando la sesión',
      body: 'Se está quitando este equipo de los dispositivos vinculados del teléfono.',
    },
    stopping: { title: 'Deteniendo la sesión', body: 'Se termina de guardar lo pendiente.' },
  } satisfies Record<Activity, { title: string; body: string }>,

  link: {
    title: 'Escanee este código con el teléfono de la tienda',
    steps: {
      open: 'Abra **WhatsApp** en el teléfono',
      devices: 'Toque ⋮ y **Dispositivos vinculados**',
      devicesOnIphone: 'En iPhone: Configuración › Dispositivos vinculados',
      link: 'Toque **Vincular un dispositivo** y apunte aquí',
      warning:
        'Si el teléfono avisa y muestra un lugar, continúe: es este equipo. **No vincular** lo cancela',
    },
    dots: 'los tres puntos',
    deviceName: (name: string) => `En el teléfono aparecerá como **${name}**.`,
    qr: (name: string) => `Código QR para vincular ${name}`,
    progress: (index: number, of: number, time: string) =>
      index < of
        ? `Código ${index} de ${of} · cambia en ${time}`
        : `Código ${index} de ${of} · vence en ${time}`,
    enlarge: 'Ampliar (F)',
    shrink: 'Reducir (F)',
    byPhone: 'Vincular con el número de teléfono',
  },

  phoneCode: {
    title: 'Escriba este código en el teléfono de la tienda',
    steps: {
      link: 'Toque **Vincular un dispositivo**',
      instead: 'Abajo, toque **Vincular con el número de teléfono** y escriba el código',
    },
    spoken: (characters: string) => `Código: ${characters}`,
    number: (number: string) => `Solo sirve en el teléfono del **${number}**.`,
    progress: (time: string) => `Vale ${time} más`,
    another: 'Pedir otro código',
  },

  linking: {
    title: 'Vinculando el teléfono',
    body: 'Deje WhatsApp abierto en el teléfono hasta que termine.',
    steps: {
      scanned: 'Código escaneado',
      linking: 'Vinculando',
      syncing: 'Sincronizando',
      online: 'Conectado',
    } satisfies Record<LinkStep | 'online', string>,
    done: 'listo',
    current: 'en curso',
  },

  online: {
    since: {
      today: (time: string) => `desde hoy, ${time}`,
      yesterday: (time: string) => `desde ayer, ${time}`,
      other: (date: string) => `desde el ${date}`,
    },
    before: (number: string) => `antes **${number}**`,
    lastActivity: 'Última actividad',
    phoneSeen: 'Teléfono visto',
    notYet: 'todavía no',
    received: 'Mensajes recibidos',
    sent: 'Mensajes enviados',
    snapshot: 'Copia de seguridad',
    counted: 'Mensajes contados desde que abrió Enlace.',
    failed: (n: number) => plural('es', n, { one: '1 no se pudo leer.', other: `${n} no se pudieron leer.` }),
    deviceName: (name: string) => `En el teléfono aparece como **${name}**.`,
    version: (version: string, source: string) => `WhatsApp Web ${version} (${source}).`,
    versionSource: {
      live: 'la actual',
      'last-good': 'la última que funcionó',
      bundled: 'la que trae Enlace',
    } satisfies Record<HealthView['versionSource'], string>,
  },

  /** The clock of this computer against WhatsApp's; `time` as `7 min`. */
  clock: {
    ahead: (time: string) => `Va adelantado unos ${time}.`,
    behind: (time: string) => `Va atrasado unos ${time}.`,
  },

  /** About a restriction: `date` as `30 de noviembre, 14:05`, and what WhatsApp itself says. */
  restriction: {
    until: (date: string) =>
      `WhatsApp dice que termina el ${date}. Enlace lo prueba entonces, sin pulsar nada.`,
    words: (said: string) => `WhatsApp dice: «${said}»`,
  },

  reconnecting: {
    next: (time: string) => `Próximo intento en ${time}`,
    trying: 'Intentando ahora',
    attempt: (n: number) => `intento ${n}`,
  },

  stopped: {
    title: 'Usted detuvo esta sesión',
    body: 'La vinculación sigue guardada: al conectar no hay que escanear de nuevo.',
  },
  stoppedElsewhere: {
    title: 'Esta sesión viene de otro servidor',
    body: 'Enlace la encontró y la guardó, pero no la conectó. Si el servidor anterior sigue encendido, los dos se quitarían la conexión uno al otro: apáguelo primero.',
  },

  about: {
    numbers: (expected: string, actual: string) =>
      `El número de antes: **${expected}**.\nEl que se vinculó: **${actual}**.`,
    organization: (name: string) => `La otra organización: **${name}**.`,
    holder: ({ pid, account, computer }: Holder) =>
      `La tiene abierta el programa **${pid}**, de la cuenta **${account}**, en el equipo **${computer}**.`,
    /** `title` is another cause's, `code` its support code. */
    cause: (title: string, code: string) => `La última vez: **${title}** (${code}).`,
    /** `kind` is a sentence of its own. */
    restriction: (kind: string, until: string) => `**${kind}** ${until}`,
  },

  /** Where WhatsApp does not tell an account's number. */
  hiddenNumber: 'número oculto',
  lastNumber: (number: string) => `Último número: **${number}**`,

  /** What WhatsApp does not allow for a while. */
  limits: {
    kind: {
      'new-chats': 'No deja escribir a chats nuevos.',
      'linked-devices': 'No deja escribir a chats nuevos desde los equipos vinculados; desde el teléfono sí.',
      'sales-rules':
        'No deja escribir a chats nuevos por lo que vende la tienda; el teléfono dice qué norma es.',
      'chat-cap': 'Ya no deja empezar chats en este periodo.',
    } satisfies Record<RestrictionKind, string>,
    /** `when` as `29 de noviembre, 14:05`. */
    until: (when: string) => `Termina: ${when}`,
    endUnknown: 'WhatsApp no ha dicho cuándo termina.',
  },

  warnings: {
    'log-out-failed': {
      title: 'No se pudo cerrar la sesión',
      body: 'WhatsApp no respondió, así que este equipo sigue vinculado. Espere un momento e inténtelo otra vez.',
    },
    'decrypt-failures': {
      title: 'Mensajes que no se pueden leer',
      body: 'Llegan mensajes de varios contactos que este equipo no descifra. Renueve las sesiones; si sigue así, elija Más opciones y Limpiar sesión.',
    },
    'pre-keys': {
      title: 'Se agotan las claves para contactos nuevos',
      body: 'Quien escriba por primera vez podría no llegar. Enlace envía más a WhatsApp; si WhatsApp no las acepta, pulse Enviar claves ahora un poco más tarde.',
    },
    'phone-unseen': {
      title: 'El teléfono lleva muchos días sin aparecer',
      body: 'A los 14 días WhatsApp quita este equipo. Encienda el teléfono de la tienda, conéctelo a internet y abra WhatsApp.',
    },
    'clock-skew': {
      title: 'La hora de este equipo no es la correcta',
      body: 'Puede impedir la conexión y mostrar mal las horas. Active la hora automática en la configuración del sistema.',
    },
    'not-restored': {
      title: 'La sesión no se ha podido retomar',
      body: 'Enlace ya lo intentó varias veces y sigue intentando. La vinculación sigue guardada. Revise el internet; si sigue así, llame a su soporte.',
    },
    'time-lock': {
      title: 'WhatsApp limita esta cuenta por un tiempo',
      body: 'Los chats que ya existen siguen; los nuevos no. Conteste a quien le escriba y no insista con números nuevos: puede alargar el límite.',
    },
    'chat-cap': {
      title: 'Se acabaron los chats nuevos que WhatsApp permite',
      body: 'Los chats que ya existen siguen. Quien le escriba primero puede recibir respuesta.',
    },
    'queue-withheld': {
      title: 'WhatsApp no entrega lo que quedó pendiente',
      body: 'Lo que llegó sin conexión no acaba de bajar; en el teléfono está completo. Revise la sesión: Enlace la abre de nuevo y lo pide otra vez. Si el aviso vuelve, llame a su soporte.',
    },
  } satisfies Record<WarningCode, { title: string; body: string }>,

  noticesLabel: 'Avisos',
  dismiss: 'Cerrar aviso',
  showOrganization: 'Ver la organización',

  announce: (name: string, state: string) => `${name}: ${state}`,
}

export type Text = typeof es
