import type { FindingCode, RepairReport } from '../../contract/session-view.ts'
import { ended, plural } from '../format.ts'

/** A rung of the ladder: its price and what it leaves alone, both said before it is pressed. */
export interface RungText {
  readonly name: string
  readonly what: string
  readonly costs: string
  readonly keeps: string
}

/** What was found, what can be done about it, and what a repair did. */
export const esRepair = {
  repair: {
    title: (name: string) => `Reparar la sesión de ${name}`,
    intro: 'De menos a más: empiece por arriba y baje solo si lo anterior no bastó.',
    costs: 'Cuesta',
    keeps: 'Se conserva',
    rungs: {
      reconnect: {
        name: 'Reconectar',
        what: 'Cierra la conexión y la abre otra vez.',
        costs: 'unos segundos sin conexión.',
        keeps: 'todo.',
      },
      verify: {
        name: 'Revisar',
        what: 'Comprueba uno por uno los datos guardados de la sesión.',
        costs: 'unos segundos sin conexión.',
        keeps: 'todo; dice qué encontró.',
      },
      renew: {
        name: 'Renovar sesiones',
        what: 'Acuerda claves nuevas con cada contacto, para cuando sus mensajes no se pueden leer.',
        costs:
          'unos segundos sin conexión; el próximo mensaje de algunos contactos puede tardar o pedirse otra vez.',
        keeps: 'la vinculación: no hay que escanear.',
      },
      'restore-snapshot': {
        name: 'Restaurar la copia',
        what: 'Vuelve a la última copia buena de la sesión.',
        costs: 'algunos mensajes podrían pedirse otra vez.',
        keeps: 'el mismo número y la vinculación: no hay que escanear.',
      },
      clear: {
        name: 'Limpiar sesión',
        what: 'Empieza de cero con un QR nuevo. Antes de hacerlo, Enlace pregunta.',
        costs: 'la vinculación de este equipo: hay que escanear otra vez.',
        keeps: 'la organización y los chats del teléfono.',
      },
    } satisfies Record<string, RungText>,
    copy: {
      today: (time: string) => ended(`La copia es de hoy a las ${time}`),
      yesterday: (time: string) => ended(`La copia es de ayer a las ${time}`),
      other: (date: string) => `La copia es del ${date}.`,
    },
    noCopy: 'Todavía no hay ninguna copia.',
    notNow: 'ahora no es posible',
    others: 'Otras opciones',
  },

  /** In place of the cause's own words, where a copy can be restored. */
  restore: {
    why: 'Un corte de luz pudo dañar el archivo.',
    copy: {
      today: (time: string, number: string | null) =>
        ended(`Hay una copia de hoy a las ${time}${same(number)}`),
      yesterday: (time: string, number: string | null) =>
        ended(`Hay una copia de ayer a las ${time}${same(number)}`),
      other: (date: string, number: string | null) => `Hay una copia del ${date}${same(number)}.`,
    },
    cost: 'Restaurarla no exige escanear de nuevo; algunos mensajes podrían pedirse otra vez.',
  },

  report: {
    title: {
      verify: 'Revisión de la sesión',
      renew: 'Renovación de sesiones',
      'restore-snapshot': 'Restauración de la copia',
    } satisfies Record<RepairReport['step'], string>,
    did: {
      verify: (n: number) =>
        plural('es', n, { one: 'Se revisó 1 dato guardado.', other: `Se revisaron ${n} datos guardados.` }),
      renew: (n: number) =>
        plural('es', n, {
          one: 'Se renovó 1 clave. Los contactos que la usaban acuerdan otra con su próximo mensaje.',
          other: `Se renovaron ${n} claves. Los contactos que las usaban acuerdan otras con su próximo mensaje.`,
        }),
      'restore-snapshot': (n: number) =>
        plural('es', n, {
          one: 'Se recuperó 1 dato de la copia. Algunos mensajes podrían pedirse otra vez.',
          other: `Se recuperaron ${n} datos de la copia. Algunos mensajes podrían pedirse otra vez.`,
        }),
    } satisfies Record<RepairReport['step'], (n: number) => string>,
    good: 'Todo está bien: no se encontró ningún daño.',
  },

  findings: {
    title: 'Qué se encontró',
    what: {
      'file-damaged': () => 'El archivo de la sesión está dañado.',
      'seal-broken': (n: number) =>
        plural('es', n, {
          one: '1 dato no se puede leer: cambió sin que Enlace lo escribiera.',
          other: `${n} datos no se pueden leer: cambiaron sin que Enlace los escribiera.`,
        }),
      'credentials-missing': () => 'Faltan los datos con los que este equipo se presenta ante WhatsApp.',
      'credentials-malformed': () =>
        'Los datos con los que este equipo se presenta ante WhatsApp están incompletos.',
      'keys-mismatched': (n: number) =>
        plural('es', n, {
          one: '1 clave no corresponde a las demás.',
          other: `${n} claves no corresponden a las demás.`,
        }),
      'signature-invalid': () => 'La firma de una clave no es válida.',
      'pre-keys-missing': (n: number) =>
        plural('es', n, {
          one: 'Falta 1 clave para contactos nuevos.',
          other: `Faltan ${n} claves para contactos nuevos.`,
        }),
      'code-abandoned': () => 'Quedaba un código de vinculación sin terminar.',
      'rolled-back': () =>
        'El almacén había vuelto a un estado anterior; las claves de las conversaciones se renuevan.',
    } satisfies Record<FindingCode, (n: number) => string>,
    severity: { note: 'Sin importancia', damage: 'Daño' },
    /** What to do about it: by how bad it is and what can be done now. */
    next: {
      none: 'Ya está corregido; no hay que hacer nada.',
      renew: 'Elija Renovar sesiones.',
      restore: 'Restaure la copia: no hay que escanear.',
      clear: 'Limpie la sesión y escanee un código nuevo.',
      support: 'Llame a su soporte y léale esta línea.',
    },
  },

  previous: {
    line: (number: string | null) =>
      number === null
        ? 'El vínculo de antes de limpiar todavía ocupa uno de los cuatro lugares del teléfono.'
        : `El vínculo de antes de limpiar, el de **${number}**, todavía ocupa uno de los cuatro lugares del teléfono.`,
    title: '¿Retirar el vínculo anterior?',
    body: 'Enlace abre un momento el vínculo anterior, lo cierra en WhatsApp y vuelve a conectar el actual. Son unos segundos sin conexión.',
    undo: 'Después ya no se puede deshacer la limpieza: el vínculo anterior no vuelve.',
    confirm: 'Retirarlo',
  },
}

function same(number: string | null): string {
  return number === null ? '' : ` con el mismo número, **${number}**`
}

export type Repair = typeof esRepair
