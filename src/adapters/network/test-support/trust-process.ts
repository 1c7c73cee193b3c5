import { TLSSocket } from 'node:tls'
import { issuerOf } from '../reach.ts'
import { WayOut } from '../way-out.ts'

/** Connects to an address by a list of ways, and prints whose certificate it accepted there. */
const [, , address = '', ways = 'DIRECT'] = process.argv
const socket = await new WayOut(() => Promise.resolve(ways)).open(new URL(address))
process.stdout.write(String(socket instanceof TLSSocket && issuerOf(socket)))
socket.destroy()
