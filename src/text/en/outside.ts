import type { Outside } from '../es/outside.ts'
import { plural } from '../format.ts'

export const enOutside: Outside = {
  tray: {
    open: 'Open Enlace',
    quit: 'Quit Enlace',
    none: 'No organizations yet',
    more: (n) => `See ${n} more`,
  },

  alerts: {
    needs: (name) => `${name} needs attention`,
    needMany: (n) =>
      plural('en', n, { one: '1 organization needs attention', other: `${n} organizations need attention` }),
    back: (name) => `${name} is connected again`,
    backMany: (n) =>
      plural('en', n, {
        one: '1 organization is connected again',
        other: `${n} organizations are connected again`,
      }),
    backBody: 'It receives and sends messages.',
    offline: (reason) => `It has been offline for more than 10 minutes. ${reason}`,
    others: (n) => `${n} more`,
  },

  farewell: {
    title: 'Enlace keeps running',
    connected: 'What is connected stays connected',
    back: 'To come back',
    end: 'To close it completely',
    tray: {
      where: 'Enlace stays beside the clock, as an icon that shows how your organizations are.',
      back: 'Click that icon, or open Enlace again.',
      end: 'Right-click the icon and choose “Quit Enlace”.',
    },
    noTray: {
      where: 'This desktop shows no icons beside the clock, so Enlace will be out of sight.',
      back: 'Open Enlace again, as always.',
      end: 'Choose “Quit Enlace” here.',
    },
    once: 'You see this only once.',
    leave: 'Close the window',
    quit: 'Quit Enlace',
  },
}
