/** What a client's QR says. Keys and secret are 32 bytes. */
export interface Qr {
  readonly ref: string
  readonly noiseKey: Buffer
  readonly identity: Buffer
  readonly advSecret: Buffer
}

/** Reads the text of a QR, with or without the address before it. Throws when it is not WhatsApp's. */
export function readQr(text: string): Qr {
  const fields = text.trim().split('#').at(-1)?.split(',') ?? []
  const [ref, ...keys] = fields
  const [noiseKey, identity, advSecret] = keys.map((field) => Buffer.from(field, 'base64'))
  if (!ref || !noiseKey || !identity || !advSecret) throw notAQr()
  if ([noiseKey, identity, advSecret].some((key) => key.length !== 32)) throw notAQr()
  return { ref, noiseKey, identity, advSecret }
}

function notAQr(): Error {
  return new Error('this is not a WhatsApp linking QR')
}
