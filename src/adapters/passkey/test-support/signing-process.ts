import { browserWay } from '../browser-way.ts'

/** Stands for an Enlace that ends in the middle of a ceremony: signs with a browser until it is killed. */
const [, , program = '', folder = ''] = process.argv
await browserWay(program, folder)(
  {
    challenge: 'AAAA',
    timeout: 600_000,
    rpId: 'whatsapp.com',
    allowCredentials: [],
    userVerification: 'required',
  },
  new AbortController().signal,
)
