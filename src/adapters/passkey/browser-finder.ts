import { execFile } from 'node:child_process'
import { access, constants, open, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, win32 } from 'node:path'
import { browserPlaces, type Computer } from './browser-places.ts'

/** Enough of a script to see what it starts. */
const SCRIPT_BYTES = 8192
const REGISTRY_MS = 5000
const REGISTERED = ['chrome.exe', 'msedge.exe']
const APP_PATHS = 'Software\\Microsoft\\Windows\\CurrentVersion\\App Paths'

/** The computer that Enlace runs on. */
export function thisComputer(): Computer {
  return { platform: process.platform, environment: process.env, home: homedir() }
}

/** The program of the browser that passkeys are used with; null where none is installed. Never rejects. */
export async function findBrowser(computer: Computer): Promise<string | null> {
  for (const place of browserPlaces(computer)) if (await isUsable(place)) return place
  if (computer.platform !== 'win32') return null
  for (const place of await registered(computer)) if (await isUsable(place)) return place
  return null
}

async function isUsable(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false
    await access(path, constants.X_OK)
    return !(await isConfined(path))
  } catch {
    return false
  }
}

/**
 * Snap and Flatpak let a browser see only folders of its own, not the profile that Enlace makes for it, and the names
 * in PATH may be links to their starters or scripts that call them.
 */
async function isConfined(path: string): Promise<boolean> {
  const real = await realpath(path)
  if (['snap', 'flatpak'].includes(basename(real)) || real.includes('/flatpak/')) return true
  const file = await open(real)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SCRIPT_BYTES), 0, SCRIPT_BYTES, 0)
    const start = buffer.subarray(0, bytesRead).toString('latin1')
    return start.startsWith('#!') && /\/snap\/bin\/|\bflatpak run\b/.test(start)
  } finally {
    await file.close()
  }
}

/** Where installers on Windows have noted their programs, wherever that is. */
async function registered({ environment }: Computer): Promise<readonly string[]> {
  const reg = win32.join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
  const answers = await Promise.all(
    REGISTERED.flatMap((name) =>
      ['HKCU', 'HKLM'].map((root) => output(reg, ['query', `${root}\\${APP_PATHS}\\${name}`, '/ve'])),
    ),
  )
  return answers.flatMap((answer) => appPath(answer) ?? [])
}

/** The path in what `reg query … /ve` prints; null where there is none. */
export function appPath(answer: string): string | null {
  const path = /REG_(?:EXPAND_)?SZ\s+"?([A-Za-z]:\\[^"\r\n]+\.exe)/i.exec(answer)
  return path?.[1] ?? null
}

function output(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: REGISTRY_MS, windowsHide: true }, (_error, stdout) => resolve(stdout))
  })
}
