import type { NetworkStep, NetworkTrouble } from '../../contract/network.ts'

/** The way to WhatsApp: what is in use, and its test, step by step. */
export const esNetwork = {
  network: {
    use: 'Cómo sale este equipo a internet',
    direct: 'Directo',
    proxy: (place: string) => `Proxy del sistema: ${place}`,
    proxyWhy: 'Lo dice la configuración del sistema, y Enlace la sigue en cada conexión.',
    signedIn: (user: string) => `El proxy conoce este equipo como ${user}.`,
    forget: 'Olvidar',
    signIn: {
      title: 'Inicio de sesión en el proxy',
      user: 'Usuario',
      userHint: 'El de la red, no el de WhatsApp',
      password: 'Contraseña',
      passwordHint: 'Queda sellada con la protección de este equipo',
      save: 'Entrar en el proxy',
      empty: 'Escriba el usuario.',
    },
    signInButton: 'Iniciar sesión',
    test: 'Probar conexión',
    testWhy: 'Recorre el camino hasta WhatsApp, paso a paso. Las sesiones no lo notan.',
    steps: {
      name: 'Nombre',
      address: 'Dirección',
      proxy: 'Proxy',
      tls: 'Cifrado',
      whatsapp: 'WhatsApp',
      clock: 'Hora',
    } satisfies Record<NetworkStep, string>,
    results: {
      waiting: 'En espera',
      running: 'Probando…',
      ok: 'Bien',
      skipped: 'No hace falta',
      failed: 'Falla',
    },
    /** Of the certificate. */
    issuer: (name: string) => `Certificado de ${name}`,
    allGood: 'Todo el camino hasta WhatsApp funciona.',
    /** What to do at the first step that fails. */
    advice: {
      'no-name': 'El nombre de WhatsApp no se encuentra. Vea si hay internet, y reinicie el módem.',
      'no-answer':
        'Nadie contesta en esa dirección. Vea si hay internet; si otras páginas abren, la red bloquea WhatsApp.',
      'proxy-unreachable':
        'El proxy que indica el sistema no contesta. Revise la configuración de proxy del sistema, o llame a quien cuida la red.',
      'proxy-sign-in': 'El proxy pide usuario y contraseña: escríbalos aquí arriba.',
      'proxy-refused':
        'El proxy no permite llegar a WhatsApp. Pida a quien cuida la red que deje pasar web.whatsapp.com.',
      intercepted:
        'El certificado no es el de WhatsApp. Si el nombre es de su antivirus, apague en él la revisión de páginas seguras.',
      'wrong-clock': 'Ponga la fecha y la hora correctas en este equipo, mejor en automático.',
      portal: 'La red pide entrar en su página. Abra el navegador de este equipo y acepte allí.',
      refused: 'Algo contestó por WhatsApp y no dejó entrar. Pruebe con otra red, como la de un teléfono.',
    } satisfies Record<NetworkTrouble, string>,
    clockOff: (minutes: string) => `${minutes} min de diferencia`,
  },
}

export type NetworkText = typeof esNetwork
