import { en } from './text.ts'
import type { Guide } from '../guide-shape.ts'

const bold = (label: string) => `**${label}**`
const retryNow = `Press ${bold(en.retryNow)}.`
const note = 'Write down the code, the session name (in grey beside the name) and since when it happens.'

/** Where the trouble lies between this computer and WhatsApp. */
export const enNetworkPages = {
  intercepted: {
    say: 'Something on that computer or its network opens the encrypted connection and shows a certificate of its own: nearly always the antivirus. Enlace does not connect like that, so that nobody reads the messages.',
    press: [
      `Open ${bold(en.preferences.title)}, ${bold(en.preferences.tabs.network)} and press ${bold(en.network.test)}: beside the certificate it says whose it is.`,
      'If it is the antivirus, switch off its inspection of secure pages (HTTPS).',
      retryNow,
    ],
    otherwise:
      'If it belongs to the company that looks after the network, ask them to let web.whatsapp.com through without inspection, or to install their authority in the system: Enlace trusts the system’s.',
    escalate: `If another network, such as a phone’s, shows the same certificate. Note whose it is. Do not clear. ${note}`,
  },
  'wrong-clock': {
    say: 'The computer’s date or time is wrong, and so WhatsApp’s certificate looks expired to it. The link is still saved.',
    press: [
      'Look at the computer’s date, year and time, and turn on automatic time.',
      `Wait half a minute, or press ${bold(en.retryNow)}.`,
    ],
    otherwise:
      'If the date is right, the expired certificate is an antivirus’s or the network’s: go on with page R-35.',
    escalate: `If the time is lost whenever it is switched off: the computer’s battery is used up. ${note}`,
  },
  'captive-portal': {
    say: 'The network wants you to go through a page before it gives internet. As soon as somebody accepts there, Enlace connects by itself.',
    press: [
      'Open that computer’s browser and type http://example.com: the network’s page appears.',
      'Accept the terms, or sign in with what the place gives you.',
      retryNow,
    ],
    otherwise: 'Connect the computer to another network, such as a phone’s.',
    escalate: `If the browser opens any page and this code stays: note which network it is. Do not clear. ${note}`,
  },
  'proxy-refused': {
    say: 'That computer reaches the internet through a proxy, and the proxy does not let Enlace through. Usually it wants a user and a password.',
    press: [
      `Open ${bold(en.preferences.title)}, ${bold(en.preferences.tabs.network)}. If it asks for a user and a password, type the network’s and press ${bold(en.network.signIn.save)}.`,
      `Press ${bold(en.network.test)} and read the first step that fails.`,
    ],
    otherwise:
      'Ask whoever looks after the network that the proxy lets web.whatsapp.com and *.whatsapp.net through on port 443.',
    escalate: `If the details are right and the proxy refuses them: some accept Windows accounts only, and Enlace does not speak that. ${note}`,
  },
} satisfies Partial<Guide['pages']>
