import { app } from 'electron'
import { keepYoungGenerationSmall } from '../adapters/young-generation.ts'

/**
 * Has V8 keep less memory: a shop PC has little, and Enlace runs on it all day beside what the shop works with. Must
 * run before the app is ready, and before Baileys is loaded. Decision 0022 has what it saves and costs.
 */
export function keepMemorySmall(): void {
  keepYoungGenerationSmall()
  // For the page, which has nothing to compute.
  app.commandLine.appendSwitch('js-flags', '--optimize-for-size')
}
