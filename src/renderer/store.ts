import { create } from 'zustand'
import type { Activity, ActivityRange, LogLine } from '../contract/activity.ts'
import type {
  Bridge,
  CommandName,
  Commands,
  Environment,
  Notice,
  QuarantineEntry,
  Snapshot,
} from '../contract/commands.ts'
import type { NetworkStep, NetworkUse, StepReport } from '../contract/network.ts'
import type { LessonName, PracticeFault } from '../contract/practice.ts'
import type { Preferences, Settings } from '../contract/preferences.ts'
import type { Failure, Result } from '../contract/result.ts'
import type { OrganizationView, SessionCommand, Status } from '../contract/session-view.ts'
import type { SourceOutcome } from '../contract/source.ts'
import { answered, mirrorOf } from './mirror.ts'
import { wantsPin, withPin } from './pin-prompt.ts'
import { selectionAfter } from './selection.ts'

declare global {
  interface Window {
    readonly enlace: Bridge
  }
}

/** A command that was refused. It belongs to what was in view then, and goes with it. */
export interface Refusal {
  readonly key: number
  /** Whom the command was for; null where it was for none. */
  readonly organizationId: string | null
  readonly organizationName: string | null
  readonly error: Failure
  readonly at: number
  /** In what state the organization in view was. */
  readonly beside: Status | null
}

/** In the order of the tabs; what is kept comes last, because its list may be long. */
export const PREFERENCES_PANELS = ['general', 'computer', 'security', 'network', 'keeping'] as const
export type PreferencesPanel = (typeof PREFERENCES_PANELS)[number]

interface State {
  readonly environment: Environment | null
  /** Null until attached. */
  readonly settings: Settings | null
  readonly notices: readonly Notice[]
  readonly organizations: readonly OrganizationView[]
  /** The first attach failed, and there is nothing to show. */
  readonly detached: boolean
  readonly selectedId: string | null
  readonly refusals: readonly Refusal[]
  /** `panel`: the section that the preferences open with. */
  readonly preferences: { readonly open: boolean; readonly panel: PreferencesPanel }
  /** Said when someone closes the window and Enlace goes on; `tray`: with an icon beside the clock. */
  readonly farewell: { readonly open: boolean; readonly tray: boolean }
}

const INITIAL: State = {
  environment: null,
  settings: null,
  notices: [],
  organizations: [],
  detached: false,
  selectedId: null,
  refusals: [],
  preferences: { open: false, panel: 'general' },
  farewell: { open: false, tray: false },
}

/** What the window shows. Everything comes from main by pushes; nothing here decides about sessions. */
export const useEnlace = create<State>()(() => INITIAL)

/** Attaches to main. The returned functions attach again after a failure, and end it all. */
export function startMirror() {
  return mirrorOf(
    { attach: () => window.enlace.call('attach', {}), onPush: window.enlace.onPush },
    {
      onChange: ({ environment, settings, organizations, notices }: Snapshot) =>
        useEnlace.setState((state) => {
          const selectedId = selectionAfter(state.organizations, organizations, state.selectedId)
          return {
            environment,
            settings,
            organizations,
            selectedId,
            refusals: refusalsAfter(state, { organizations, selectedId }),
            notices,
            detached: false,
          }
        }),
      onFailure: () => useEnlace.setState(({ environment }) => ({ detached: environment === null })),
    },
  )
}

/** Obeys what main asks of the window, and tells it who is in view. The returned function ends it. */
export function startRequests(): () => void {
  const unlisten = window.enlace.onRequest((request) => {
    if (request.kind === 'show') selectOrganization(request.organizationId)
    else useEnlace.setState({ farewell: { open: true, tray: request.tray } })
  })
  const unsubscribe = useEnlace.subscribe((state, before) => {
    const organizationId = selectedOrganization(state)?.id ?? null
    if (organizationId === (selectedOrganization(before)?.id ?? null)) return
    void send('showing', { organizationId })
  })
  return () => {
    unlisten()
    unsubscribe()
  }
}

/** Tells main, which leaves the processor to the page until then, that something is on the screen. */
export function startPainting(): void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    void send('painted', {})
  })
  observer.observe({ type: 'paint', buffered: true })
}

/** Answers the farewell. */
export async function closeWindow(how: Commands['closeWindow']['input']['how']): Promise<void> {
  useEnlace.setState(({ farewell }) => ({ farewell: { ...farewell, open: false } }))
  report(await send('closeWindow', { how }), null)
}

export function selectOrganization(id: string): void {
  useEnlace.setState((state) => ({
    selectedId: id,
    refusals: refusalsAfter(state, { organizations: state.organizations, selectedId: id }),
  }))
}

/** The organization on the right: the chosen one, or the first. */
export function selectedOrganization({ organizations, selectedId }: Listed): OrganizationView | null {
  return organizations.find(({ id }) => id === selectedId) ?? organizations[0] ?? null
}

type Listed = Pick<State, 'organizations' | 'selectedId'>

/** What was refused goes when another organization comes into view. */
function refusalsAfter(before: State, after: Listed): readonly Refusal[] {
  return selectedOrganization(before)?.id === selectedOrganization(after)?.id ? before.refusals : NONE
}

const NONE: readonly Refusal[] = []

export function dismissRefusal(key: number): void {
  useEnlace.setState(({ refusals }) => ({ refusals: refusals.filter((refusal) => refusal.key !== key) }))
}

/** Creates and selects; the caller shows what was refused beside the field it is about. */
export async function createOrganization(
  input: Commands['createOrganization']['input'],
): Promise<Failure | null> {
  const answer = await send('createOrganization', input)
  if (!answer.ok) return answer.error
  selectOrganization(answer.value.organizationId)
  return null
}

/** Resolves with whether it was accepted; what was refused is said above the pane. */
export async function commandSession(organizationId: string, command: SessionCommand): Promise<boolean> {
  const answer = await send('commandSession', { organizationId, command }, command)
  // Whoever gave up at the PIN knows.
  if (answer.ok || !wantsPin(answer.error)) report(answer, organizationId)
  return answer.ok
}

/** The caller shows what was refused beside the field. */
export async function linkByPhone(organizationId: string, number: string): Promise<Failure | null> {
  return refusalOf(await send('linkByPhone', { organizationId, number }))
}

/** The caller shows what was refused beside the field. */
export async function renameOrganization(organizationId: string, name: string): Promise<Failure | null> {
  return refusalOf(await send('renameOrganization', { organizationId, name }))
}

/** The caller shows what was refused beside the field. */
export async function removeOrganization(organizationId: string, typedName: string): Promise<Failure | null> {
  return refusalOf(await send('removeOrganization', { organizationId, typedName }))
}

/** Brings a removed organization back and selects it. */
export async function restoreOrganization(organizationId: string): Promise<Failure | null> {
  const answer = await send('restoreOrganization', { organizationId })
  if (answer.ok) selectOrganization(organizationId)
  return refusalOf(answer)
}

export function listQuarantine(): Promise<Result<readonly QuarantineEntry[]>> {
  return send('listQuarantine', {})
}

/** @param most how many events, from the newest */
export function readActivity(
  organizationId: string,
  range: ActivityRange,
  most: number,
): Promise<Result<Activity>> {
  return send('readActivity', { organizationId, range, most })
}

export function readLog(organizationId: string): Promise<Result<readonly LogLine[]>> {
  return send('readLog', { organizationId })
}

/** Null once the person can paste it. */
export async function copyText(text: string): Promise<Failure | null> {
  return refusalOf(await send('copyText', { text }))
}

/** Null where the person chose no folder. */
export function exportSession(organizationId: string): Promise<Result<{ readonly folder: string } | null>> {
  return send('exportSession', { organizationId })
}

/** Asks for the folder where none is given; what was taken in is selected. Null where the person chose none. */
export async function importSession(folder?: string): Promise<Result<Commands['importSession']['output']>> {
  const answer = await send('importSession', folder === undefined ? {} : { folder })
  if (answer.ok && answer.value) selectOrganization(answer.value.organizationId)
  return answer
}

/** The caller shows what became of the folder. */
export function deleteSource(organizationId: string): Promise<Result<SourceOutcome>> {
  return send('deleteSource', { organizationId })
}

export async function keepSource(organizationId: string): Promise<void> {
  report(await send('keepSource', { organizationId }), organizationId)
}

/** A folder that was dropped on the window. What was refused is said above the pane. */
export async function importDropped(file: File): Promise<void> {
  report(await importSession(window.enlace.pathOf(file)), null)
}

/** Shows the choice at once, and goes back to what was in force where main could not keep it. */
export async function setPreferences(preferences: Preferences): Promise<Failure | null> {
  const before = useEnlace.getState().settings
  if (before === null) return null
  const chosen = { ...before, preferences }
  useEnlace.setState({ settings: chosen })
  const refused = refusalOf(await send('setPreferences', preferences))
  if (refused !== null) {
    useEnlace.setState(({ settings }) => (settings === chosen ? { settings: before } : {}))
  }
  return refused
}

/** Sets or changes the PIN; null turns it off. The caller shows what was refused. */
export async function setPin(pin: string | null): Promise<Failure | null> {
  return refusalOf(await send('setPin', { pin }))
}

export async function openPractice(): Promise<void> {
  report(await send('openPractice', {}), null)
}

/** How this computer reaches WhatsApp; null where that cannot be said. */
export async function readNetwork(): Promise<NetworkUse | null> {
  const answer = await send('readNetwork', {})
  return answer.ok ? answer.value : null
}

/** Looks at one part of the way; null where main did not answer. */
export async function testNetwork(step: NetworkStep): Promise<StepReport | null> {
  const answer = await send('testNetwork', { step })
  return answer.ok ? answer.value : null
}

/** Resolves with what was refused. */
export async function signInToProxy(proxy: string, user: string, password: string): Promise<Failure | null> {
  return refusalOf(await send('signInToProxy', { proxy, user, password }))
}

export async function forgetProxySignIn(proxy: string): Promise<void> {
  report(await send('forgetProxySignIn', { proxy }), null)
}

/** Opens the preferences at one of their sections. */
export function openPreferences(panel: PreferencesPanel): void {
  useEnlace.setState({ preferences: { open: true, panel } })
}

export function closePreferences(): void {
  useEnlace.setState(({ preferences }) => ({ preferences: { ...preferences, open: false } }))
}

export async function practiceScan(organizationId: string): Promise<void> {
  report(await send('practiceScan', { organizationId }), organizationId)
}

/** Resolves with whether it was caused. */
export async function practiceFault(organizationId: string, fault: PracticeFault): Promise<boolean> {
  const answer = await send('practiceFault', { organizationId, fault })
  report(answer, organizationId)
  return answer.ok
}

/** Resolves with whether all is well again. */
export async function practiceHeal(): Promise<boolean> {
  const answer = await send('practiceHeal', {})
  report(answer, null)
  return answer.ok
}

export async function practiceRestart(): Promise<void> {
  report(await send('practiceRestart', {}), null)
}

/** What could not be kept is said: the lesson is not ticked. */
export async function practiceLessonDone(lesson: LessonName): Promise<void> {
  report(await send('practiceLessonDone', { lesson }), null)
}

/** Where main wants the PIN for it, the person is asked, and the command goes on by itself. */
function send<N extends CommandName>(
  name: N,
  input: Commands[N]['input'],
  sessionCommand: SessionCommand | null = null,
): Promise<Result<Commands[N]['output']>> {
  return withPin({ name, sessionCommand }, (pin) => answered(window.enlace.call(name, input, pin)))
}

function refusalOf(answer: Result<unknown>): Failure | null {
  return answer.ok ? null : answer.error
}

let lastKey = 0

/** Puts a refusal on screen; the same one twice is shown once. */
function report(answer: Result<unknown>, organizationId: string | null): void {
  if (answer.ok) return
  const { error } = answer
  useEnlace.setState((state) => {
    const organizationName = state.organizations.find(({ id }) => id === organizationId)?.name ?? null
    const others = state.refusals.filter(
      (other) => other.error.code !== error.code || other.organizationId !== organizationId,
    )
    lastKey += 1
    const beside = selectedOrganization(state)?.session.status ?? null
    const refusal = { key: lastKey, organizationId, organizationName, error, at: Date.now(), beside }
    return { refusals: [...others, refusal] }
  })
}
