import { root } from '../paths.mjs'
import { installRuntime, runtimeIsInstalled } from './electron/runtime.mjs'
import { alone } from './lock.mjs'
import { requireNodeForScripts, requireNodeForTools } from './node.mjs'
import { installPackages, packagesAreInstalled } from './packages.mjs'
import { requireSandbox } from './sandbox.mjs'
import { installSystemLibraries, missingFromSystem } from './system-libraries.mjs'

/**
 * Makes a checkout ready to run on a fresh machine. Every step looks first at what is really there, so this is silent
 * and quick when nothing is missing, and repairs whatever an interruption or a deletion left unfinished.
 */
export async function bootstrap() {
  requireNodeForScripts()
  await alone(root, async () => {
    if (!packagesAreInstalled(root)) await installPackages()
    await requireNodeForTools()
    if (!runtimeIsInstalled()) await installRuntime()
    const missing = await missingFromSystem()
    if (missing.length > 0) await installSystemLibraries(missing)
    requireSandbox()
  })
}
