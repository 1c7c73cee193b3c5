import { TLSSocket } from 'node:tls'
import { issuerOf } from '../reach.ts'
import { WayOut } from '../way-out.ts'

/** Connects to an address, and prints whose certificate it accepted there. */
const socket = await new WayOut().open(new URL(process.argv[2] ?? ''))
process.stdout.write(String(socket instanceof TLSSocket && issuerOf(socket)))
socket.destroy()
