import type { ActivityRange, Ending, Light, TestResult } from '../../contract/activity.ts'
import type { RestrictionKind } from '../../contract/restriction.ts'
import type { RepairReport } from '../../contract/session-view.ts'
import { plural } from '../format.ts'

/** What an organization went through: the strip, its sentence, the events, and the technical log. */
export const esActivity = {
  history: {
    open: 'Actividad',
    title: (name: string) => `Actividad de ${name}`,
    range: 'Periodo',
    ranges: { '24h': '24 horas', '7d': '7 días', '30d': '30 días' } satisfies Record<ActivityRange, string>,
    loading: 'Leyendo la historia',
    failed: 'No se pudo leer la historia.',
    empty: {
      title: 'Todavía no hay historia',
      body: 'Empieza cuando se vincule el WhatsApp de esta organización.',
    },
    trouble: {
      setAside: (file: string) =>
        `El archivo de la historia estaba dañado y se guardó como ${file}. La historia empieza de nuevo.`,
      unkept: 'La historia no se puede guardar en el disco: lo de ahora se olvida al cerrar Enlace.',
    },

    strip: {
      label: 'Disponibilidad',
      now: 'ahora',
      /** `when` as `8:00 a 9:30`. */
      piece: (when: string, light: string) => `${when}: ${light}`,
      partly: (light: string) => `${light}, a ratos`,
    },
    light: {
      online: 'Conectada',
      working: 'Conectando',
      attention: 'Necesita atención',
      off: 'Detenida o sin vincular',
      closed: 'Enlace cerrado o equipo en reposo',
      unknown: 'Sin historia',
    } satisfies Record<Light, string>,

    share: (percent: string) => `Conectada el **${percent}** del tiempo`,
    interruptions: (n: number, longest: string) =>
      plural('es', n, {
        one: `1 interrupción, de ${longest}.`,
        other: `${n} interrupciones, la más larga de ${longest}.`,
      }),
    noInterruption: 'sin interrupciones.',
    /** Between the share and the interruptions. */
    and: ', ',
    notCounted: 'Con Enlace cerrado o el equipo en reposo no se cuenta.',
    notWanted: 'En este periodo no hubo conexión que medir.',

    events: {
      title: 'Lo que pasó',
      none: 'Nada fuera de lo normal.',
      more: 'Ver más',
      today: 'Hoy',
      yesterday: 'Ayer',
    },
    event: {
      linked: (number: string) => `Se vinculó el **${number}**.`,
      relinked: (number: string, former: string) => `Se vinculó el **${number}**; antes era el ${former}.`,
      numberChanged: (number: string, former: string) => `Se aceptó el **${number}** en lugar del ${former}.`,
      cleared: 'Se limpió la sesión para vincular de nuevo.',
      undone: 'Se deshizo la limpieza: volvió la sesión anterior.',
      'logged-out': 'Se cerró la sesión: este equipo salió de los dispositivos vinculados.',
      repaired: {
        verify: 'Se revisó la sesión.',
        renew: 'Se renovaron las sesiones con los contactos.',
        'restore-snapshot': 'Se restauró la copia de la sesión.',
      } satisfies Record<RepairReport['step'], string>,
      tested: {
        alive: 'Se probó la conexión: WhatsApp y el teléfono respondieron.',
        silent: 'Se probó la conexión: WhatsApp respondió, el teléfono no.',
        refused: 'Se probó la conexión: WhatsApp respondió, pero no aceptó el mensaje.',
        failed: 'Se probó la conexión: WhatsApp no respondió.',
      } satisfies Record<TestResult, string>,
      limited: {
        'new-chats': 'WhatsApp prohibió por un tiempo escribir a chats nuevos.',
        'linked-devices':
          'WhatsApp prohibió por un tiempo escribir a chats nuevos desde los equipos vinculados.',
        'sales-rules': 'WhatsApp prohibió por un tiempo escribir a chats nuevos, por lo que vende la tienda.',
        'chat-cap': 'Se acabaron los chats nuevos que WhatsApp permite en este periodo.',
      } satisfies Record<RestrictionKind, string>,
      removed: 'Se quitó la organización.',
      connected: 'Se conectó de nuevo.',
      stopped: 'Usted detuvo la sesión.',
      'not-scanned': 'El QR venció sin que nadie lo escaneara.',
      /** `what` is the title of the cause, without a full stop; `time` as `3 min`. */
      down: {
        back: (what: string, time: string) => `${what}. Reconectada a los ${time}.`,
        ongoing: (what: string) => `${what}. Sigue así.`,
        over: (what: string) => `${what}.`,
      },
      away: {
        closed: (time: string) => `Enlace estuvo cerrado ${time}.`,
        asleep: (time: string) => `El equipo estuvo en reposo ${time}.`,
        lost: (time: string) =>
          `Enlace se cerró de golpe, quizá por un corte de luz. Se abrió de nuevo a los ${time}.`,
      } satisfies Record<Ending, (time: string) => string>,
    },
  },

  technicalLog: {
    show: 'Registro técnico',
    why: 'Para quien le da soporte: lo de esta vez que Enlace está abierto, sin claves, códigos ni números completos.',
    filter: 'Filtrar el registro',
    level: 'Qué líneas',
    levels: { all: 'Todo', warn: 'Solo avisos' },
    copy: 'Copiar',
    copied: 'Copiado',
    loading: 'Leyendo el registro',
    failed: 'No se pudo leer el registro.',
    none: 'No hay líneas así.',
    lines: 'Líneas del registro técnico',
  },
}

export type ActivityText = typeof esActivity
