import { bootstrap } from './bootstrap/steps.mjs'
import { main } from './report.mjs'

await main(bootstrap)
