import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PinHasher } from '../../engine/ports.ts'

/** 64 MiB and about half a second on a shop's computer, as OWASP's password storage cheat sheet advises. */
const COST: Cost = { N: 2 ** 16, r: 8, p: 2 }
/** More than this would stop the computer instead of a guess. */
const DEAREST: Cost = { N: 2 ** 18, r: 16, p: 8 }
const SALT_BYTES = 16
const KEY_BYTES = 32
/** `scrypt$<N>$<r>$<p>$<salt>$<key>`, the last two in base64url. */
const HASH = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]{22})\$([\w-]{43})$/

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** scrypt with a salt of its own for each PIN; a hash says its cost, so that the cost can be raised later. */
export function scryptHasher(cost: Cost = COST): PinHasher {
  return {
    async hash(pin) {
      const salt = randomBytes(SALT_BYTES)
      const key = await derive(pin, salt, cost)
      const { N, r, p } = cost
      return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
    },

    async verify(pin, hash) {
      const parts = partsOf(hash)
      return parts !== null && timingSafeEqual(parts.key, await derive(pin, parts.salt, parts.cost))
    },
  }
}

/** Whether a text is a hash that can be checked here. */
export function isScryptHash(text: string): boolean {
  return partsOf(text) !== null
}

function partsOf(hash: string) {
  const [, N, r, p, salt = '', key = ''] = HASH.exec(hash) ?? []
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const isPower = cost.N > 1 && Number.isInteger(Math.log2(cost.N))
  if (!isPower || cost.N > DEAREST.N || !within(cost.r, DEAREST.r) || !within(cost.p, DEAREST.p)) return null
  return { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}

function within(value: number, most: number): boolean {
  return value >= 1 && value <= most
}

/** Off the main thread: the sessions go on meanwhile. */
function derive(pin: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const maxmem = 128 * cost.r * (cost.N + cost.p + 2)
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, { ...cost, maxmem }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
