import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../paths.mjs'
import { drawing } from './drawing.mjs'
import { readHouse } from './house.mjs'

writeFileSync(path.join(root, 'docs/architecture.svg'), drawing(readHouse()))
