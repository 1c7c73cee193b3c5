import { generate } from 'selfsigned'

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Somebody who signs certificates, and whom nobody trusts unless told to. */
export async function authority(name: string): Promise<Certificate> {
  const { cert, private: key } = await generate(
    [
      { name: 'commonName', value: name },
      { name: 'organizationName', value: name },
    ],
    {
      algorithm: 'sha256',
      keySize: 2048,
      notAfterDate: new Date(Date.now() + 30 * DAY_MS),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  )
  return { cert, key }
}

export interface Validity {
  readonly from?: Date
  readonly until?: Date
}

/** A certificate for a server on this computer, which may go by another name. */
export async function signedBy(
  ca: Certificate,
  { from = new Date(Date.now() - DAY_MS), until = new Date(Date.now() + 30 * DAY_MS) }: Validity = {},
  host = 'localhost',
): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: host }], {
    algorithm: 'sha256',
    keySize: 2048,
    notBeforeDate: from,
    notAfterDate: until,
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: host },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { cert, key }
}

export const EXPIRED: Validity = {
  from: new Date(Date.now() - 60 * DAY_MS),
  until: new Date(Date.now() - DAY_MS),
}
export const NOT_YET_VALID: Validity = {
  from: new Date(Date.now() + DAY_MS),
  until: new Date(Date.now() + 60 * DAY_MS),
}
