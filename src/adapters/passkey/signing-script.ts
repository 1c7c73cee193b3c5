import type { PasskeyRequest } from './passkey-request.ts'

/**
 * What runs in the page, as text: its one use of a passkey. It gives JSON, and never throws: see `readOutcome`. Bytes
 * are turned into base64url here, because buffers do not come out of a page.
 */
export function signingScript({
  challenge,
  timeout,
  rpId,
  allowCredentials,
  userVerification,
}: PasskeyRequest): string {
  const asked = JSON.stringify({ challenge, timeout, rpId, allowCredentials, userVerification })
  return `(async (asked) => {
    const bytes = (text) =>
      Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')), (c) => c.charCodeAt(0))
    const text = (buffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '')
    try {
      globalThis.enlaceStop = new AbortController()
      const { id, rawId, type, response } = await navigator.credentials.get({
        signal: globalThis.enlaceStop.signal,
        publicKey: {
          ...asked,
          challenge: bytes(asked.challenge),
          allowCredentials: asked.allowCredentials.map((key) => ({ type: key.type, id: bytes(key.id) })),
        },
      })
      const { clientDataJSON, authenticatorData, signature, userHandle } = response
      return JSON.stringify({
        ok: true,
        assertion: {
          id,
          rawId: text(rawId),
          type,
          response: {
            clientDataJSON: text(clientDataJSON),
            authenticatorData: text(authenticatorData),
            signature: text(signature),
            userHandle: userHandle && userHandle.byteLength > 0 ? text(userHandle) : null,
          },
        },
      })
    } catch (error) {
      return JSON.stringify({ ok: false, error: String(error && error.name) })
    }
  })(${asked})`
}

/** Ends what the signing script waits for: Chromium takes its dialog away. */
export const STOP_SCRIPT = 'globalThis.enlaceStop && globalThis.enlaceStop.abort()'
