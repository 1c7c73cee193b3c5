import type { PracticeFault } from '../contract/practice.ts'
import type { LinkStep, SessionCommand, SessionState, Status, WarningCode } from '../contract/session-view.ts'
import { esProblems } from './es-problems.ts'
import { plural } from './format.ts'

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

  ...esProblems,
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
  } satisfies Record<SessionCommand, string>,
  linkAgain: 'Vincular de nuevo',
  anotherQr: 'Generar otro QR',
  retryNow: 'Reintentar ahora',
  tryAgain: 'Intentar de nuevo',
  more: 'Más',
  cancel: 'Cancelar',
  close: 'Cerrar',

  organizations: {
    label: 'Organizaciones',
    add: 'Añadir organización',
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

  newOrganization: {
    title: 'Añadir organización',
    name: 'Nombre',
    nameHint: 'Como la conoce su equipo de trabajo; por ejemplo, Óptica Océano.',
    ownId: 'Usar el id de su propio sistema',
    id: 'Id (opcional)',
    idHint: 'Letras sin tilde, números, guion y guion bajo. Sin él, Enlace crea uno.',
    sessionName: 'Nombre de la sesión',
    sessionNameHint: 'Puede cambiarlo ahora; después queda fijo.',
    create: 'Añadir',
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
      earlier: (date: string) => `desde el ${date}`,
    },
    lastActivity: 'Última actividad',
    deviceName: 'En el teléfono aparece como',
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

  lastNumber: (number: string) => `Último número: **${number}**`,

  warnings: {
    'weak-vault': {
      title: 'Claves poco protegidas',
      body: 'Este equipo no tiene un llavero activo; quien entre con su usuario podría copiar la sesión.',
    },
    'decrypt-failures': {
      title: 'Mensajes que no se pueden leer',
      body: 'Llegan mensajes de varios contactos que este equipo no descifra. Si sigue así, elija Más y Limpiar sesión.',
    },
  } satisfies Record<WarningCode, { title: string; body: string }>,

  clear: {
    title: (name: string) => `Limpiar la sesión de ${name}`,
    phone: {
      title: 'Tenga el teléfono en la mano',
      body: 'Desbloqueado, con internet y con WhatsApp abierto.',
    },
    kept: {
      title: 'Se conserva',
      body: 'La organización y su nombre de sesión. Los chats siguen en el teléfono.',
    },
    lost: {
      title: 'Se pierde',
      body: 'La vinculación de este equipo: hay que escanear un QR nuevo. Lo que llegue entretanto se ve en el teléfono.',
    },
    undo: 'Puede deshacerlo durante 7 días, salvo que WhatsApp ya haya cerrado la vinculación.',
    stillWorks:
      'Esta vinculación aún sirve. WhatsApp podría negarse a vincular de nuevo: limpie solo si es necesario.',
    noLonger: 'La sesión cambió de estado y ya no se puede limpiar ahora.',
    confirm: 'Limpiar y mostrar QR',
    done: 'Sesión limpiada',
    undoWithin: (days: number) =>
      plural('es', days, { one: 'Deshacer (1 día)', other: `Deshacer (${days} días)` }),
  },

  undoClear: {
    title: '¿Volver a la sesión anterior?',
    back: (number: string | null) =>
      number === null
        ? 'Vuelve la vinculación que había antes de limpiar.'
        : `Vuelve la vinculación que había antes de limpiar, la de **${number}**.`,
    replaced: (number: string | null) =>
      number === null
        ? 'La vinculación actual deja de usarse en este equipo.'
        : `La vinculación actual, la de **${number}**, deja de usarse en este equipo.`,
    confirm: 'Volver a la anterior',
  },

  logOut: {
    title: (name: string) => `¿Cerrar la sesión de ${name}?`,
    body: 'El vínculo se quita también del teléfono. Para volver a usarla habrá que escanear un QR nuevo.',
    kept: 'La organización se conserva, y los chats siguen en el teléfono.',
    confirm: 'Cerrar sesión',
  },

  noticesLabel: 'Avisos',
  dismiss: 'Cerrar aviso',

  practice: {
    badge: 'Modo de práctica',
    explanation: 'Teléfono y WhatsApp simulados: nada de lo que haga aquí es real.',
    phone: 'Teléfono simulado',
    scan: 'Escanear',
    heal: 'Que todo funcione',
    faults: 'Provocar una falla',
    fault: {
      'connection-drop': 'Cortar la conexión',
      outage: 'Dejar sin internet',
      'half-open': 'Que nadie responda',
      'unlinked-from-phone': 'Quitar el vínculo en el teléfono',
      'opened-elsewhere': 'Abrirla en otro equipo',
      'account-restricted': 'Restringir la cuenta',
      'whatsapp-unavailable': 'Caída de WhatsApp',
      'undecryptable-messages': 'Mensajes ilegibles',
    } satisfies Record<PracticeFault, string>,
  },

  announce: (name: string, state: string) => `${name}: ${state}`,
}

export type Text = typeof es
