import { watchDecoding } from '../gate/watched-decoding.ts'

// As the program does before it loads Baileys.
watchDecoding()
