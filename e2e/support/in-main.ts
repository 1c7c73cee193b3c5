import type { ElectronApplication } from 'playwright'

type Electronics = typeof Electron.CrossProcessExports

let asked = 0

/**
 * Does something in the app's main process, exactly once, and brings back what it returns. Everything that is asked of
 * main goes through here. Playwright's own `app.evaluate` waits for a promise that V8's inspector makes of the answer
 * and that nobody else holds: whatever main collects while it is busy with something else is lost, and with it the
 * answer to work that has been done.
 *
 * @param work is sent as text: it sees its arguments and main's globals, nothing of what surrounds it here
 * @throws what `work` throws
 */
export async function inMain<R>(
  app: ElectronApplication,
  work: (electron: Electronics) => R,
): Promise<Awaited<R>>
export async function inMain<R, A>(
  app: ElectronApplication,
  work: (electron: Electronics, given: A) => R,
  given: A,
): Promise<Awaited<R>>
export async function inMain(
  app: ElectronApplication,
  work: (electron: Electronics, given: unknown) => unknown,
  given?: unknown,
): Promise<unknown> {
  asked += 1
  const question = { id: asked, work: String(work), given }
  for (;;) {
    try {
      return await app.evaluate((electron, { id, work: text, given: argument }) => {
        const answers = (Reflect.get(globalThis, 'answers') ?? []) as unknown[]
        Reflect.set(globalThis, 'answers', answers)
        if (!(id in answers)) {
          // eslint-disable-next-line eslint/no-eval
          const todo = (0, eval)(`(${text})`) as (...all: unknown[]) => unknown
          answers[id] = todo(electron, argument)
        }
        return answers[id]
      }, question)
    } catch (error) {
      // The work is done by now, and its answer kept; only this telling of it was lost.
      if (!String(error).includes('Resulting promise was garbage collected')) throw error
    }
  }
}
