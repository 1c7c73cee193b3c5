import { setFlagsFromString } from 'node:v8'
import { app } from 'electron'

/**
 * Has V8 keep less memory: a shop PC has little, and Enlace runs on it all day beside what the shop works with. Must
 * run before the app is ready, and before Baileys is loaded. What it saves and costs is in `docs/benchmarks.md` and in
 * decision 0022.
 */
export function keepMemorySmall(): void {
  // A restore makes much that is soon garbage; the room V8 would reserve for it is kept for the rest of the day.
  setFlagsFromString('--semi-space-growth-factor=1')
  // For the page, which has nothing to compute.
  app.commandLine.appendSwitch('js-flags', '--optimize-for-size')
}
