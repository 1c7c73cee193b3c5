import type { NetworkText } from '../es/network.ts'

export const enNetwork: NetworkText = {
  network: {
    use: 'How this computer reaches the internet',
    direct: 'Direct',
    proxy: (place) => `The system’s proxy: ${place}`,
    proxyWhy: 'The system’s settings say so, and Enlace follows them with every connection.',
    signedIn: (user) => `The proxy knows this computer as ${user}.`,
    forget: 'Forget',
    signIn: {
      title: 'Sign in to the proxy',
      user: 'User',
      userHint: 'The network’s, not WhatsApp’s',
      password: 'Password',
      passwordHint: 'Sealed with this computer’s protection',
      save: 'Sign in to the proxy',
      empty: 'Type the user.',
    },
    signInButton: 'Sign in',
    test: 'Test the connection',
    testWhy: 'Goes the way to WhatsApp, step by step. The sessions do not notice.',
    steps: {
      name: 'Name',
      address: 'Address',
      proxy: 'Proxy',
      tls: 'Encryption',
      whatsapp: 'WhatsApp',
      clock: 'Clock',
    },
    results: {
      waiting: 'Waiting',
      running: 'Testing…',
      ok: 'Good',
      skipped: 'Not needed',
      failed: 'Fails',
    },
    issuer: (name) => `Certificate by ${name}`,
    allGood: 'The whole way to WhatsApp works.',
    advice: {
      'no-name': 'WhatsApp’s name cannot be found. See whether there is internet, and restart the modem.',
      'no-answer':
        'Nobody answers at that address. See whether there is internet; if other pages open, the network blocks WhatsApp.',
      'proxy-unreachable':
        'The proxy that the system names does not answer. Check the system’s proxy settings, or call whoever looks after the network.',
      'proxy-sign-in': 'The proxy asks for a user and a password: type them above.',
      'proxy-refused':
        'The proxy does not allow WhatsApp. Ask whoever looks after the network to let web.whatsapp.com through.',
      intercepted:
        'The certificate is not WhatsApp’s. If the name is your antivirus’s, switch off its inspection of secure pages.',
      'wrong-clock': 'Set the right date and time on this computer, automatic if possible.',
      portal: 'The network wants you to go through its page. Open this computer’s browser and accept there.',
      refused:
        'Something answered for WhatsApp and did not let us in. Try another network, such as a phone’s.',
    },
    clockOff: (minutes) => `${minutes} min off`,
  },
}
