import type { PasskeyWay } from '../../contract/passkey.ts'

/** The first build of Windows whose own dialog offers the phone. */
const WINDOWS_11 = 22_000

export interface Here {
  readonly platform: NodeJS.Platform
  /** The system's release, as Node gives it; of Windows `10.0.22631`. */
  readonly release: string
  /** A browser that can be used is installed. */
  readonly hasBrowser: boolean
}

/**
 * How passkeys are used on such a computer, the best first.
 *
 * @param wanted what a test has asked for instead; null outside of tests
 */
export function waysHere(
  { platform, release, hasBrowser }: Here,
  wanted: readonly PasskeyWay[] | null,
): readonly PasskeyWay[] {
  // Elsewhere Electron knows no phone, and few keys.
  const own: readonly PasskeyWay[] = isWindows11(platform, release) ? ['window', 'browser'] : ['browser']
  return (wanted ?? own).filter((way) => way !== 'browser' || hasBrowser)
}

function isWindows11(platform: NodeJS.Platform, release: string): boolean {
  const [major = 0, , build = 0] = release.split('.').map(Number)
  return platform === 'win32' && (major > 10 || (major === 10 && build >= WINDOWS_11))
}
