import type { Activity, ActivityRange, LogLine } from './activity.ts'
import type { NetworkStep, NetworkUse, StepReport } from './network.ts'
import type { LessonName, PracticeFault } from './practice.ts'
import type { Preferences, Settings } from './preferences.ts'
import type { Result } from './result.ts'
import type { SourceOutcome } from './source.ts'
import type { OrganizationView, SessionCommand } from './session-view.ts'

/** What does not change while the window lives. */
export interface Environment {
  readonly version: string
  /** Simulated WhatsApp and simulated phone, on data of their own. */
  readonly practice: boolean
  /** What protects the keys on this computer: the system's vault, or nothing. */
  readonly protection: 'system' | 'none'
  /** Whether Enlace can start with the computer: a packaged build on a system that offers it. */
  readonly canOpenAtLogin: boolean
  /** Two letters: the country that this computer is set up for; null where the system does not say. */
  readonly country: string | null
  /** Where the organizations' folders are, as the person's system writes it. */
  readonly dataFolder: string
  /** The file that holds the PIN: whoever deletes it turns the PIN off. */
  readonly pinFile: string
  /** Why nothing can run at all; null when all is well. */
  readonly blocked: StartupProblem | null
}

export type Notice =
  /** The preferences file could not be read whole; it was kept under another name and defaults are in force for the rest. */
  | { readonly code: 'preferences-reset'; readonly keptAs: string }
  /** The PIN's file could not be read; it was kept under another name and no PIN is in force. */
  | { readonly code: 'pin-reset'; readonly keptAs: string }
  /** The file that names this installation could not be read; it was kept under another name and written anew. */
  | { readonly code: 'installation-reset'; readonly keptAs: string }
  /** A folder among the organizations that cannot be read as one; it is left untouched. */
  | { readonly code: 'folder-unreadable'; readonly folder: string }

  /** A copy of another organization's folder; only the original runs. */
  | { readonly code: 'duplicate-identity'; readonly folder: string; readonly name: string }
  /** An organization's folder that no longer has its own name; it is left as it is and does not run. */
  | {
      readonly code: 'folder-renamed'
      readonly folder: string
      readonly sessionName: string
      readonly name: string
    }
  /** A folder in Baileys' layout whose credentials cannot be used; it is left untouched. */
  | { readonly code: 'import-refused'; readonly folder: string }

  /** The data folder lies in a folder that a service copies elsewhere, such as OneDrive. */
  | { readonly code: 'synced-folder'; readonly service: string }
  /** Not used for longer than the preferences allow; proposed for cleaning, never cleaned by itself. */
  | {
      readonly code: 'old-session'
      readonly organizationId: string
      readonly name: string
      readonly days: number
    }
  /** A proxy (`host:port`) wants to know who asks. */
  | { readonly code: 'proxy-sign-in'; readonly proxy: string }
  /** It did not accept what it was told. */
  | { readonly code: 'proxy-sign-in-refused'; readonly proxy: string }
  /** Practice mode: the process of the simulated WhatsApp has ended by itself. */
  | { readonly code: 'simulator-ended' }

export type StartupProblem =
  | { readonly code: 'data-folder-unwritable'; readonly folder: string }
  | { readonly code: 'whatsapp-url-refused'; readonly url: string }
  | { readonly code: 'passkey-way-refused'; readonly way: string }
  | { readonly code: 'simulator-failed'; readonly reason: string }
  /** Something in the data folder stands in the way; `reason` is for support. */
  | { readonly code: 'start-failed'; readonly reason: string }

/** Something put aside that can still be brought back. */
export interface QuarantineEntry {
  readonly organizationId: string
  readonly organizationName: string
  /** A cleared generation of an organization, or a removed organization as a whole. */
  readonly kind: 'generation' | 'organization'
  /** Of a cleared generation; null for an organization. */
  readonly generation: number | null
  readonly number: string | null
  readonly putAsideAt: number
  /** When it is deleted by itself. */
  readonly expiresAt: number
  /** Size on disk. */
  readonly bytes: number
}

/** Everything the window shows, complete. `rev` orders it among the pushes. */
export interface Snapshot {
  readonly rev: number
  readonly environment: Environment
  readonly settings: Settings
  readonly organizations: readonly OrganizationView[]
  /** Things to tell the person, above everything else. */
  readonly notices: readonly Notice[]
}

/** One change: `rev` is exactly one more than the last one, or the window has missed something and attaches again. */
export interface Push {
  readonly rev: number
  readonly changed: readonly OrganizationView[]
  /** Ids of organizations that are no longer there. */
  readonly removed: readonly string[]
  /** All notices, where they have changed. */
  readonly notices: readonly Notice[] | null
  /** All settings, where they have changed. */
  readonly settings: Settings | null
}

/** What main asks of the window, once. It waits until the page listens. */
export type WindowRequest =
  /** Bring this organization into view. */
  | { readonly kind: 'show'; readonly organizationId: string }
  /** Someone closes the window: say that Enlace goes on without it. `tray`: its icon is beside the clock. */
  | { readonly kind: 'farewell'; readonly tray: boolean }

export interface CreateOrganization {
  readonly name: string
  /** The organization's id in the person's own system: `[A-Za-z0-9_-]{1,64}`. A UUID is made where there is none. */
  readonly id?: string | undefined
  /** Only where the derived one is taken: the name the person chose instead. */
  readonly sessionName?: string | undefined
}

/** Every command: the one list that main, preload and the window are checked against. */
export interface Commands {
  /** Registers the window for pushes and returns everything as it is now. */
  attach: { input: Record<string, never>; output: Snapshot }
  /** The page has something on the screen for the first time. */
  painted: { input: Record<string, never>; output: null }
  createOrganization: { input: CreateOrganization; output: { readonly organizationId: string } }
  /** Tells a session to do something. `organizationId` may be any identifier the organization is known by. Answers when it is accepted; what becomes of it arrives as pushes. */
  commandSession: {
    input: { readonly organizationId: string; readonly command: SessionCommand }
    output: null
  }
  /** Links by typing a code on the phone. `number` as a person writes it, with its country code. */
  linkByPhone: {
    input: { readonly organizationId: string; readonly number: string }
    output: null
  }
  renameOrganization: {
    input: { readonly organizationId: string; readonly name: string }
    output: null
  }
  /** Puts an organization aside as a whole. `typedName` has to be its name. */
  removeOrganization: {
    input: { readonly organizationId: string; readonly typedName: string }
    output: null
  }
  /** Brings a removed organization back. */
  restoreOrganization: { input: { readonly organizationId: string }; output: null }
  listQuarantine: { input: Record<string, never>; output: readonly QuarantineEntry[] }
  /** Asks for a folder and writes the session there in Baileys' layout; null where the person cancelled. */
  exportSession: {
    input: { readonly organizationId: string }
    output: { readonly folder: string } | null
  }
  /** Takes a session over from a folder in Baileys' layout. Without `folder` it asks for one; null where cancelled. */
  importSession: {
    input: { readonly folder?: string | undefined }
    output: { readonly organizationId: string } | null
  }
  /** Deletes a session's keys in the folder that it was taken over from, once the session works here. */
  deleteSource: { input: { readonly organizationId: string }; output: SourceOutcome }
  /** Leaves that folder, and offers it by itself no longer. */
  keepSource: { input: { readonly organizationId: string }; output: null }
  setPreferences: { input: Preferences; output: null }
  /** Sets or changes the PIN; null turns it off. Where one is set, that one has to come with it. */
  setPin: { input: { readonly pin: string | null }; output: null }
  /** Tells which organization is in view now; what somebody looks at is not told elsewhere. */
  showing: { input: { readonly organizationId: string | null }; output: null }
  /** The answer to a farewell: close the window, end Enlace, or neither. */
  closeWindow: { input: { readonly how: 'leave' | 'quit' | 'stay' }; output: null }
  /** What an organization went through; `most` events, from the newest, up to `MOST_EVENTS`. */
  readActivity: {
    input: { readonly organizationId: string; readonly range: ActivityRange; readonly most: number }
    output: Activity
  }
  /** The technical log of this run about an organization and about the program itself, the oldest first. */
  readLog: { input: { readonly organizationId: string }; output: readonly LogLine[] }
  /** Puts text where the person can paste it from. */
  copyText: { input: { readonly text: string }; output: null }
  /** How this computer reaches WhatsApp now. */
  readNetwork: { input: Record<string, never>; output: NetworkUse }
  /** Looks at one part of the way to WhatsApp. */
  testNetwork: { input: { readonly step: NetworkStep }; output: StepReport }
  /** Tells a proxy who asks, from now on. */
  signInToProxy: {
    input: { readonly proxy: string; readonly user: string; readonly password: string }
    output: null
  }
  /** Tells it no longer. */
  forgetProxySignIn: { input: { readonly proxy: string }; output: null }
  /** Opens practice mode as a process of its own. */
  openPractice: { input: Record<string, never>; output: null }
  /** Practice mode: the simulated phone scans the QR on screen, or types the code. */
  practiceScan: { input: { readonly organizationId: string }; output: null }
  /** Practice mode: makes something go wrong for this organization. */
  practiceFault: {
    input: { readonly organizationId: string; readonly fault: PracticeFault }
    output: null
  }
  /** Practice mode: the simulated WhatsApp behaves again. */
  practiceHeal: { input: Record<string, never>; output: null }
  /** Practice mode: starts the simulated WhatsApp again after it has ended by itself. */
  practiceRestart: { input: Record<string, never>; output: null }
  /** Practice mode: a lesson has been done to its end; it stays ticked. */
  practiceLessonDone: { input: { readonly lesson: LessonName }; output: null }
}

export type CommandName = keyof Commands

const NAMES = {
  attach: true,
  painted: true,
  createOrganization: true,
  commandSession: true,
  linkByPhone: true,
  renameOrganization: true,
  removeOrganization: true,
  restoreOrganization: true,
  listQuarantine: true,
  exportSession: true,
  importSession: true,
  deleteSource: true,
  keepSource: true,
  setPreferences: true,
  setPin: true,
  showing: true,
  closeWindow: true,
  readActivity: true,
  readLog: true,
  copyText: true,
  readNetwork: true,
  testNetwork: true,
  signInToProxy: true,
  forgetProxySignIn: true,
  openPractice: true,
  practiceScan: true,
  practiceFault: true,
  practiceHeal: true,
  practiceRestart: true,
  practiceLessonDone: true,
} satisfies Record<CommandName, true>

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(NAMES, name)
}

/** The names at run time; a command missing here does not compile. */
export const COMMAND_NAMES: readonly CommandName[] = Object.keys(NAMES).filter(isCommandName)

/** What preload exposes to the window as `window.enlace`. */
export interface Bridge {
  /** `pin` as typed, where main has asked for it; it is good for this one command. */
  readonly call: <N extends CommandName>(
    name: N,
    input: Commands[N]['input'],
    pin?: string,
  ) => Promise<Result<Commands[N]['output']>>
  /** The path of a file or folder that was dropped on the window; takes a DOM `File`. */
  readonly pathOf: (file: unknown) => string
  /** Listens to pushes; the returned function stops it. */
  readonly onPush: (listener: (push: Push) => void) => () => void
  /** Listens to what main asks of the window; the returned function stops it. */
  readonly onRequest: (listener: (request: WindowRequest) => void) => () => void
}

/** IPC channels: one per command under this prefix, one for pushes, and one for requests. */
export const COMMAND_CHANNEL = 'enlace:command:'
export const PUSH_CHANNEL = 'enlace:push'
export const REQUEST_CHANNEL = 'enlace:request'
