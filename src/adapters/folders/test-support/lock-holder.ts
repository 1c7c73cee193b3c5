import { lockFolder } from '../folder-lock.ts'

/** Holds the folder that it is told, as an Enlace of its own, and says what came of it; goes on until it is killed. */
const locked = await lockFolder(process.argv[2] ?? '')
process.send?.({ holds: locked.ok })
// Whoever started it may die first.
process.once('disconnect', () => process.exit())
