import type { ElectronApplication } from 'playwright'
import type { PasskeyKey } from '../../src/simulator/world/passkey-key.ts'
import { inMain } from './in-main.ts'

/**
 * Gives the windows that the app opens from now on an authenticator that holds these keys and whose owner agrees at
 * once: Chromium's own, put beside the product from outside. Without keys it finds none.
 */
export async function plugIn(app: ElectronApplication, keys: readonly PasskeyKey[]): Promise<void> {
  const credentials = keys.map((key, n) => ({
    ...credentialOf(key),
    userName: `llave ${n + 1}`,
    userDisplayName: `Llave ${n + 1}`,
  }))
  await inMain(
    app,
    ({ app: electron }, all) => {
      electron.on('web-contents-created', (_event, contents) => {
        const { debugger: tools } = contents
        const plug = async () => {
          tools.attach()
          await tools.sendCommand('WebAuthn.enable')
          const options = {
            protocol: 'ctap2',
            transport: 'internal',
            hasResidentKey: true,
            hasUserVerification: true,
            isUserVerified: true,
            automaticPresenceSimulation: true,
          }
          const added: unknown = await tools.sendCommand('WebAuthn.addVirtualAuthenticator', { options })
          const authenticatorId: unknown = Reflect.get(Object(added), 'authenticatorId')
          for (const credential of all) {
            await tools.sendCommand('WebAuthn.addCredential', { authenticatorId, credential })
          }
        }
        const plugged = plug()
        // The page may not ask before the key is there.
        const load = contents.loadURL.bind(contents)
        contents.loadURL = (...where) => plugged.then(() => load(...where))
      })
    },
    credentials,
  )
}

/** Closes the window in which the key is used, as a person does with its cross. */
export function closeKeyWindow(app: ElectronApplication): Promise<void> {
  return inMain(app, ({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows()) if (one.getParentWindow()) one.close()
  })
}

/** A key as the protocol of the developer tools takes it. */
export function credentialOf({ credentialId, privateKey, userHandle, rpId }: PasskeyKey) {
  return {
    credentialId: standard(credentialId),
    userHandle: standard(userHandle),
    privateKey,
    rpId,
    isResidentCredential: true,
    signCount: 0,
  }
}

/** Base64 as the protocol of the developer tools wants it. */
function standard(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('base64')
}
