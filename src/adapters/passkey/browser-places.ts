import { posix, win32 } from 'node:path'

/** What is asked about a computer, so that each kind of system can be tested on any other. */
export interface Computer {
  readonly platform: NodeJS.Platform
  /** The environment's variables. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The person's own folder. */
  readonly home: string
}

/** Below Program Files, by browser. */
const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]
const WINDOWS_FOLDERS = ['ProgramW6432', 'ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']

const MAC_PROGRAMS = ['Google Chrome', 'Microsoft Edge', 'Chromium']

const LINUX_PROGRAMS = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
]
/** A desktop's menu may start Enlace with a shorter PATH than a terminal has. */
const LINUX_FOLDERS = ['/usr/local/bin', '/usr/bin', '/opt/google/chrome', '/opt/microsoft/msedge']

/** Where Chrome, Edge and Chromium lie on such a computer: the most common browser first, in every place it has. */
export function browserPlaces({ platform, environment, home }: Computer): readonly string[] {
  switch (platform) {
    case 'win32': {
      const folders = WINDOWS_FOLDERS.flatMap((name) => environment[name] ?? []).filter((folder) =>
        win32.isAbsolute(folder),
      )
      return unique(
        WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => win32.join(folder, program))),
      )
    }
    case 'darwin': {
      const folders = ['/Applications', posix.join(home, 'Applications')]
      return MAC_PROGRAMS.flatMap((name) =>
        folders.map((folder) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
      )
    }
    default: {
      // A folder that is relative to wherever Enlace was started could hold anybody's program.
      const path = (environment['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder))
      const folders = unique([...path, ...LINUX_FOLDERS])
      return LINUX_PROGRAMS.flatMap((program) => folders.map((folder) => posix.join(folder, program)))
    }
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
