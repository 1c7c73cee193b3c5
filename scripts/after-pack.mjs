import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { rmSync } from 'node:fs'
import path from 'node:path'

/** The program as electron-builder names it, by platform. */
const PROGRAM = new Map([
  ['darwin', 'Enlace.app'],
  ['linux', 'enlace'],
  ['win32', 'Enlace.exe'],
])

/**
 * What electron-builder calls once it has put the runtime and the app together, before anything is signed.
 *
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export async function afterPack({ appOutDir, electronPlatformName }) {
  // The default app would open any folder as an app; the note of the version is for Electron's installer only.
  for (const name of ['resources/default_app.asar', 'version'])
    rmSync(path.join(appOutDir, name), { force: true })

  const program = PROGRAM.get(electronPlatformName)
  if (program === undefined) throw new Error(`Enlace is not packaged for ${electronPlatformName}`)
  await flipFuses(path.join(appOutDir, program), {
    version: FuseVersion.V1,
    // Every fuse is written out, so that an upgrade of Electron cannot add one unseen.
    strictlyRequireAllFuses: true,
    // macOS on ARM refuses a program that was changed after it was signed, even where the signature is nobody's.
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',

    // The program is Enlace and nothing else: not a Node, not a debugger's target, not a host for another app.
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // Pages come from app://, so file:// needs no privileges.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // There are no cookies; encrypting them would only open the operating system's vault at every start.
    [FuseV1Options.EnableCookieEncryption]: false,
    // There is no second V8 snapshot.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // V8's own safety net for WebAssembly, and its default.
    [FuseV1Options.WasmTrapHandlers]: true,
  })
}
