import { es } from './text.ts'
import type { Guide } from '../guide-shape.ts'

const bold = (label: string) => `**${label}**`
const retryNow = `Pulse ${bold(es.retryNow)}.`
const note = 'Anote el código, el nombre de la sesión (en gris, junto al nombre) y desde cuándo pasa.'

/** Where the trouble lies between this computer and WhatsApp. */
export const esNetworkPages = {
  intercepted: {
    say: 'Algo en ese equipo o en su red abre la conexión cifrada y muestra un certificado propio: casi siempre el antivirus. Enlace no se conecta así, para que nadie lea los mensajes.',
    press: [
      `Abra ${bold(es.preferences.title)}, ${bold(es.preferences.tabs.network)} y pulse ${bold(es.network.test)}: junto al certificado dice de quién es.`,
      'Si es el antivirus, apague en él la revisión de páginas seguras (HTTPS).',
      retryNow,
    ],
    otherwise:
      'Si es de la empresa que cuida la red, pídale que deje pasar web.whatsapp.com sin revisar, o que instale su autoridad en el sistema: Enlace confía en las del sistema.',
    escalate: `Si con otra red, como la del teléfono, sale el mismo certificado. Anote de quién es. No limpie. ${note}`,
  },
  'wrong-clock': {
    say: 'El equipo tiene mal la fecha o la hora, y por eso el certificado de WhatsApp le parece vencido. La vinculación sigue guardada.',
    press: [
      'Mire la fecha, el año y la hora del equipo, y active la hora automática.',
      `Espere medio minuto, o pulse ${bold(es.retryNow)}.`,
    ],
    otherwise:
      'Si la fecha está bien, el certificado vencido es de un antivirus o de la red: siga la página R-35.',
    escalate: `Si la hora se pierde cada vez que se apaga: la pila del equipo está gastada. ${note}`,
  },
  'captive-portal': {
    say: 'La red le pide entrar en una página antes de dar internet. En cuanto alguien acepte ahí, Enlace se conecta solo.',
    press: [
      'Abra el navegador de ese equipo y escriba http://example.com: aparece la página de la red.',
      'Acepte las condiciones o entre con los datos que dé el local.',
      retryNow,
    ],
    otherwise: 'Conecte el equipo a otra red, como la del teléfono.',
    escalate: `Si el navegador abre cualquier página y este código sigue: anote qué red es. No limpie. ${note}`,
  },
  'proxy-refused': {
    say: 'Ese equipo sale a internet por un proxy, y el proxy no deja pasar a Enlace. Suele pedir usuario y contraseña.',
    press: [
      `Abra ${bold(es.preferences.title)}, ${bold(es.preferences.tabs.network)}. Si pide usuario y contraseña, escriba los de la red y pulse ${bold(es.network.signIn.save)}.`,
      `Pulse ${bold(es.network.test)} y lea el primer paso que falla.`,
    ],
    otherwise:
      'Pida a quien cuida la red que el proxy deje pasar web.whatsapp.com y *.whatsapp.net por el puerto 443.',
    escalate: `Si los datos son los correctos y el proxy los rechaza: algunos solo aceptan cuentas de Windows, y eso Enlace no lo habla. ${note}`,
  },
} satisfies Partial<Guide['pages']>
