import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { ACTIVITY_RANGES, MOST_EVENTS } from '../../contract/activity.ts'
import { COMMAND_CHANNEL, COMMAND_NAMES, type CommandName, type Commands } from '../../contract/commands.ts'
import { NETWORK_STEPS } from '../../contract/network.ts'
import { PIN } from '../../contract/pin.ts'
import { LESSON_NAMES, PRACTICE_FAULTS } from '../../contract/practice.ts'
import {
  CHECK_INTERVALS,
  CLEAN_AFTER_DAYS,
  LANGUAGE_CHOICES,
  QUARANTINE_DAYS,
  SESSION_PREFIX,
  SNAPSHOT_DAYS,
  THEMES,
} from '../../contract/preferences.ts'
import { failure, type Result } from '../../contract/result.ts'
import { SESSION_COMMANDS } from '../../contract/session-view.ts'
import type { Log } from '../../engine/ports.ts'

/** What answers each command; a missing one does not compile. */
export type Handlers = {
  readonly [N in CommandName]: (
    input: Commands[N]['input'],
  ) => Promise<Result<Commands[N]['output']>> | Result<Commands[N]['output']>
}

/** Longer than anything a person types; what is too long for its purpose is said by the engine, with its limit. */
const text = z.string().max(10_000)
const nothing = z.strictObject({})
const organizationId = z.string().max(64)
/** A host's name, a colon and a port. */
const place = z.string().min(3).max(300)
const signIn = z.string().max(1_000)
const pin = z.string().regex(PIN)

const SCHEMAS: { readonly [N in CommandName]: z.ZodType<Commands[N]['input']> } = {
  attach: nothing,
  painted: nothing,
  createOrganization: z.strictObject({
    name: text,
    id: text.optional(),
    sessionName: text.optional(),
  }),
  commandSession: z.strictObject({ organizationId, command: z.enum(SESSION_COMMANDS) }),
  linkByPhone: z.strictObject({ organizationId, number: text }),
  renameOrganization: z.strictObject({ organizationId, name: text }),
  removeOrganization: z.strictObject({ organizationId, typedName: text }),
  restoreOrganization: z.strictObject({ organizationId }),
  listQuarantine: nothing,
  exportSession: z.strictObject({ organizationId }),
  importSession: z.strictObject({ folder: text.optional() }),
  deleteSource: z.strictObject({ organizationId }),
  keepSource: z.strictObject({ organizationId }),
  setPreferences: z.strictObject({
    language: z.literal(LANGUAGE_CHOICES),
    theme: z.literal(THEMES),
    openAtLogin: z.boolean(),
    keepInTray: z.boolean(),
    notifications: z.boolean(),
    keepAwake: z.boolean(),
    sessionPrefix: z.string().regex(SESSION_PREFIX),
    checkInterval: z.literal(CHECK_INTERVALS),
    snapshotDays: z.literal(SNAPSHOT_DAYS),
    quarantineDays: z.literal(QUARANTINE_DAYS),
    cleanAfterDays: z.literal(CLEAN_AFTER_DAYS),
  }),
  setPin: z.strictObject({ pin: pin.nullable() }),
  showing: z.strictObject({ organizationId: organizationId.nullable() }),
  closeWindow: z.strictObject({ how: z.enum(['leave', 'quit', 'stay']) }),
  readActivity: z.strictObject({
    organizationId,
    range: z.literal(ACTIVITY_RANGES),
    most: z.int().min(1).max(MOST_EVENTS),
  }),
  readLog: z.strictObject({ organizationId }),
  copyText: z.strictObject({ text: z.string().max(1_000_000) }),
  readNetwork: nothing,
  testNetwork: z.strictObject({ step: z.enum(NETWORK_STEPS) }),
  signInToProxy: z.strictObject({ proxy: place, user: signIn, password: signIn }),
  forgetProxySignIn: z.strictObject({ proxy: place }),
  openPractice: nothing,
  practiceScan: z.strictObject({ organizationId }),
  practiceFault: z.strictObject({ organizationId, fault: z.enum(PRACTICE_FAULTS) }),
  practiceHeal: nothing,
  practiceRestart: nothing,
  practiceLessonDone: z.strictObject({ lesson: z.enum(LESSON_NAMES) }),
}

const typedPin = pin.optional()

/** Whether a command may be carried out with the PIN that came with it, or with none. */
export type Guard = <N extends CommandName>(
  name: N,
  input: Commands[N]['input'],
  pin: string | null,
) => Promise<Result<null>>

/** What the commands are answered with. */
export interface Service {
  readonly window: () => BrowserWindow | null
  readonly handlers: Handlers
  readonly guard: Guard
}

/**
 * Lets the window's own page, and nobody else, call the commands. Input that does not fit is refused with the place;
 * what the guard refuses is not carried out; an exception becomes an `internal` failure and a line in the log.
 *
 * @param service what is asked before it is there waits for it
 */
export function serveCommands(service: Promise<Service>, origin: string, log: Log): void {
  for (const name of COMMAND_NAMES) {
    ipcMain.handle(COMMAND_CHANNEL + name, async (event, input: unknown, pinInput: unknown) => {
      const { window, handlers, guard } = await service
      return isTrusted(event, window(), origin)
        ? answer(name, input, pinInput, handlers, guard, log)
        : failure('internal')
    })
  }
}

async function answer<N extends CommandName>(
  name: N,
  input: unknown,
  pinInput: unknown,
  handlers: Handlers,
  guard: Guard,
  log: Log,
): Promise<Result<Commands[N]['output']>> {
  const withPin = typedPin.safeParse(pinInput)
  if (!withPin.success) return failure('invalid-input', { command: name, field: 'pin' })
  // An error has a name, too, and no fields of its own.
  const parsed = SCHEMAS[name].safeParse(isPlain(input) ? input : undefined)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    return failure('invalid-input', { command: name, field })
  }
  try {
    const allowed = await guard(name, parsed.data, withPin.data ?? null)
    if (!allowed.ok) return allowed
    return await handlers[name](parsed.data)
  } catch (error) {
    log.warn('command failed', {
      command: name,
      error: error instanceof Error ? error.message : String(error),
    })
    return failure('internal')
  }
}

function isPlain(input: unknown): boolean {
  return typeof input === 'object' && input !== null && Object.getPrototypeOf(input) === Object.prototype
}

function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow | null, origin: string): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === window?.webContents.mainFrame && frame.origin === origin
}
