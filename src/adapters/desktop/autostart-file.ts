import { isAbsolute, join } from 'node:path'
import { removeFile, writeAtomically } from '../files/atomic-file.ts'
import { makeFolders } from '../files/folder.ts'
import { readText } from '../files/plain-file.ts'

/** Where Linux desktops look for what starts with the session (XDG base directories; a relative path is ignored). */
export function autostartFolder(environment: NodeJS.ProcessEnv, home: string): string {
  const { XDG_CONFIG_HOME: config = '' } = environment
  return join(isAbsolute(config) ? config : join(home, '.config'), 'autostart')
}

/**
 * The program to start, by its path. An AppImage runs from a mount that is another one at each start, so what is
 * started is the file that the person has.
 */
export function startedProgram(environment: NodeJS.ProcessEnv, program: string): string {
  const { APPIMAGE: image = '' } = environment
  return image === '' ? program : image
}

/** Starts `command` (program and arguments) with the person's session, or no longer. */
export class AutostartFile {
  readonly #path: string
  readonly #command: readonly string[]

  constructor(folder: string, command: readonly string[]) {
    this.#path = join(folder, 'enlace.desktop')
    this.#command = command
  }

  /**
   * A file that starts the same command stays as it is: the desktop's own settings keep their switch in it.
   *
   * @throws the file system's error
   */
  async write(): Promise<void> {
    const exec = `Exec=${execLine(this.#command)}`
    if ((await this.#read()).split('\n').includes(exec)) return
    await makeFolders(join(this.#path, '..'))
    await writeAtomically(
      this.#path,
      [
        '[Desktop Entry]',
        'Type=Application',
        'Version=1.5',
        'Name=Enlace',
        exec,
        'Terminal=false',
        'StartupNotify=false',
        'X-GNOME-Autostart-enabled=true',
        '',
      ].join('\n'),
    )
  }

  /** @throws the file system's error */
  async remove(): Promise<void> {
    await removeFile(this.#path)
  }

  async #read(): Promise<string> {
    try {
      return await readText(this.#path)
    } catch {
      return ''
    }
  }
}

/** Of the desktop entry specification: arguments are quoted first, then the line is escaped as any string is. */
function execLine(command: readonly string[]): string {
  return command.map(quoted).join(' ').replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

const NEEDS_NO_QUOTES = /^[\w./:@+,-]+$/

function quoted(argument: string): string {
  const literal = argument.replaceAll('%', '%%')
  return NEEDS_NO_QUOTES.test(literal) ? literal : `"${literal.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`
}
