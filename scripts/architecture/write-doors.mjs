import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../paths.mjs'
import { lintDoors } from './lint-doors.mjs'

writeFileSync(
  path.join(root, 'scripts/architecture/doors.oxlintrc.json'),
  `${JSON.stringify(lintDoors(), null, 2)}\n`,
)
