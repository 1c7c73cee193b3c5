import type { Millis, TestView } from '../../contract/session-view.ts'
import type { RestoreOutcome } from '../ports.ts'
import { isDue } from '../../contract/age.ts'
import { lookForOverdue } from './expiry.ts'
import { withClockSet, withConversationsAnew, withLook } from '../health/health.ts'
import { nextGeneration, retired } from '../record.ts'
import { commandVerdict, mayLinkByPhone } from './commands.ts'
import { passkeyOverdue } from './confirming.ts'
import * as move from './moves.ts'
import { causeOf, DEADLINES, STALE_LOGIN } from './policy.ts'
import { link, obey } from './obey.ts'
import { isLocked } from '../health/restrictions.ts'
import { heard } from './socket-events.ts'
import type { Event, Step } from './events.ts'
import { holdsSocket, isResting, type Purpose } from './phase.ts'
import { alarmOf, type Session, testEndOf, turnEndOf } from './session.ts'

/**
 * The whole life of a session: what happens next, by what is. Pure; everything it needs comes in with the event.
 * Commands are carried out in `obey.ts`, what a socket says is heard in `socket-events.ts`.
 */
export function transition(session: Session, event: Event): Step {
  if ('epoch' in event && event.epoch !== session.epoch) return move.stay(session)
  const { phase, record } = session

  switch (event.type) {
    case 'start':
      // A link may have been made in the last moment before a crash: the store knows, the record may not.
      if (session.epoch > 0) return move.stay(session)
      return record.wanted && !record.heldBy
        ? move.begin(session, 'restore')
        : move.retrial(session, event.at)

    case 'command':
      return commandVerdict(session, event.command, event.at) === 'possible'
        ? obey(session, event.command, event.at)
        : move.stay(session)

    case 'link-by-phone':
      return mayLinkByPhone(session, event.at) ? link(session, event.at, event.number) : move.stay(session)

    case 'rename': {
      const renamed = { ...record, name: event.name }
      return move.stay(
        { ...session, record: renamed },
        { type: 'write', epoch: session.epoch, record: renamed, vital: false },
      )
    }

    case 'source-seen':
      return move.stay({ ...session, sourceThere: event.there })

    case 'source-settled': {
      const settled = { ...record, source: event.source }
      return move.stay(
        { ...session, record: settled },
        { type: 'write', epoch: session.epoch, record: settled, vital: false },
      )
    }

    case 'patrol':
      return afterPatrol(session, event.at, event.folderThere && record.removedAt === null)

    case 'clock-set':
      return move.stay({ ...session, health: withClockSet(session.health, event) })

    case 'nudge':
      return afterNudge(session, event)

    case 'turn':
      if (phase.kind === 'rejoining') {
        return move.connect(session, event.at, phase.pairing, phase.renewVersion)
      }
      if (phase.kind !== 'queued') return move.stay(session)
      return move.stay(
        move.into(session, { kind: 'opening', purpose: phase.purpose, until: event.at + DEADLINES.open }),
        { type: 'open', epoch: session.epoch, record },
      )

    case 'opened':
      return phase.kind === 'opening'
        ? afterOpening(inspected(session, event), event, phase.purpose)
        : move.stay(session)

    case 'open-failed':
      return phase.kind === 'opening'
        ? move.unavailable(
            { ...session, snapshotAt: event.snapshotAt, repair: null },
            event.at,
            event.cause,
            event.about,
          )
        : move.stay(session)

    case 'snapshot-made':
      return move.stay({ ...session, snapshotAt: event.snapshotAt })

    case 'renewed':
      return move.stay({
        ...session,
        health: withConversationsAnew(session.health, event.at),
        report: { step: 'renew', at: event.at, findings: [], values: event.values },
      })

    case 'restored':
      return phase.kind === 'restoring'
        ? afterRestoring(session, event.at, phase.to, event.outcome)
        : move.stay(session)

    case 'retired': {
      if (phase.kind !== 'retiring') return move.stay(session)
      const next = event.confirmed ? retired(record, phase.aside) : record
      return move.leave(session, event.at, 'connecting', next, 'restore')
    }

    case 'settings': {
      const { quarantineMs, snapshotMs, hasty = false } = event.settings
      const { settings } = session
      // At the start they come again: what has not changed is not shown, and drawn, again.
      const same =
        settings.quarantineMs === quarantineMs &&
        settings.snapshotMs === snapshotMs &&
        (settings.hasty ?? false) === hasty
      return move.stay(same ? session : { ...session, settings: { quarantineMs, snapshotMs, hasty } })
    }

    case 'expire':
      return isResting(phase) || phase.kind === 'online' ? afterExpiry(session, event.at) : move.stay(session)

    case 'remove':
      return move.leave(
        session,
        event.at,
        'stopping',
        { ...record, wanted: false, removedAt: event.at },
        'rest',
      )

    case 'socket':
      return holdsSocket(phase) ? heard(session, event, event.event) : move.stay(session)

    case 'logged-out':
      if (phase.kind !== 'logging-out') return move.stay(session)
      return event.confirmed ? move.loggedOut(session, event.at) : move.silence(session, event)

    case 'written':
      if (phase.kind !== 'leaving') return move.stay(session)
      // What is written was a person's command, and its end is what they are looking at.
      return phase.next === 'rest' ? move.rest(session) : move.begin(session, phase.next, true)

    case 'write-failed':
      // What the person stopped stays stopped, at least until the program ends; it is written again a little later.
      if (phase.kind === 'leaving' && phase.activity === 'stopping' && record.removedAt === null) {
        return move.rest(session)
      }
      return move.unavailable({ ...session, record: event.onDisk }, event.at, event.cause)

    case 'overtaken':
      return move.yieldTo(session, event.record)

    case 'defect':
      if (isResting(phase)) return move.stay(session)
      // A removal that failed has not happened: the organization goes on.
      return move.unavailable({ ...session, record: { ...record, removedAt: null } }, event.at, event.cause)

    case 'alarm':
      return afterAlarm(session, event)
  }
}

type Opened = Extract<Event, { type: 'opened' }>

/** What opening the store has told, and, where that was the point of it, the report. */
function inspected(session: Session, { at, findings, values, snapshotAt }: Opened): Session {
  const verified = session.repair === 'verify'
  const wentBack = findings.some(({ code }) => code === 'rolled-back')
  return {
    ...session,
    health: wentBack ? withConversationsAnew(session.health, at) : session.health,
    snapshotAt,
    repair: verified ? null : session.repair,
    report: verified ? { step: 'verify', at, findings, values } : session.report,
  }
}

function afterOpening(session: Session, event: Opened, purpose: Purpose): Step {
  if (event.contents === 'blank') {
    // Nothing was linked before the program ended, and nobody is asking for a QR now.
    return purpose === 'restore' ? move.giveUpLink(session, null) : move.connect(session, event.at)
  }
  if (session.record.elsewhere) {
    // It opens here, but it came from another installation, which may still be running it: the person decides.
    const record = { ...session.record, wanted: false }
    return move.rest({ ...session, record })
  }
  if (event.takenBy !== null && !session.errand) {
    return move.hold(session, causeOf('duplicate-number'), {}, { kind: 'organization', name: event.takenBy })
  }
  const { session: next, effects } = move.login({ ...session, repair: null }, event.at, event.number)
  if (session.repair !== 'renew') return move.stay(next, ...effects)
  return move.stay(next, { type: 'renew', epoch: next.epoch }, ...effects)
}

/** The one write that names the new generation is the commit point, as with a clear; the old one is kept aside. */
function afterRestoring(session: Session, at: Millis, to: number, outcome: RestoreOutcome): Step {
  if (!outcome.ok) return move.unavailable({ ...session, repair: null }, at, outcome.cause)
  const { lastNumber } = session.record
  const record = {
    ...nextGeneration(session.record, at, true),
    generation: to,
    linked: true,
    wanted: true,
    lastNumber,
    linkedAt: session.record.linkedAt,
    phoneSeen: session.record.phoneSeen,
    watchedSince: session.record.watchedSince,
  }
  const { session: left, effects } = move.leave(session, at, 'connecting', record, 'restore')
  const report = { step: 'restore-snapshot', at, findings: [], values: outcome.values } as const
  return move.stay({ ...left, health: withConversationsAnew(left.health, at), report }, ...effects)
}

function afterExpiry(session: Session, at: Millis): Step {
  const { record, epoch, settings } = session
  const { record: kept, gone } = lookForOverdue(record, at, settings.quarantineMs)
  // What is still another installation's is not this one's to delete from.
  if (record.elsewhere) return move.stay(session)
  if (kept === record) return move.stay(session, { type: 'sweep', epoch })
  return move.stay(
    { ...session, record: kept },
    { type: 'write', epoch, record: kept, vital: false },
    ...gone.map(({ generation }) => ({ type: 'discard', epoch, generation }) as const),
    { type: 'sweep', epoch },
  )
}

/** A folder that vanished is reported, one that is back runs again, and what should run and does not is started. */
function afterPatrol(session: Session, at: Millis, folderThere: boolean): Step {
  const { phase, record } = session
  const missing = phase.kind === 'attention' && phase.cause.code === 'folder-missing'
  if (!folderThere)
    return missing ? move.stay(session) : move.refuse(session, causeOf('folder-missing'), null)
  if (missing) return record.wanted && !record.heldBy ? move.begin(session, 'restore') : move.rest(session)
  if (phase.kind === 'attention' && phase.cause.code === 'removed-while-limited' && !isLocked(record, at)) {
    // WhatsApp's time is over: what is left is an ended link.
    return move.hold(session, causeOf('unlinked-from-phone', phase.cause.detail))
  }
  const idle = phase.kind === 'stopped' && record.wanted && record.linked
  return idle ? move.begin(session, 'restore') : move.stay(session)
}

function afterNudge(session: Session, event: Event): Step {
  const { phase } = session
  const { at } = event
  switch (phase.kind) {
    case 'online':
      return move.stay(session, { type: 'check' })
    case 'waiting':
      return move.nudged(session, event)
    case 'attention':
      return move.retrial(session, at)
    case 'connecting':
      return isDue(phase.since, STALE_LOGIN, at) ? move.loginAgain(session, phase) : move.stay(session)
    default:
      return move.stay(session)
  }
}

function gaveUp(test: TestView): TestView {
  return { ...test, link: test.link === 'waiting' ? 'failed' : test.link, phone: 'silent' }
}

function afterAlarm(session: Session, event: Extract<Event, { type: 'alarm' }>): Step {
  if (event.due !== alarmOf(session)) return move.stay(session)

  const { phase, record, retry, test } = session
  if (phase.kind === 'online') {
    if (retry && !retry.shown && event.due === retry.showBy) {
      return move.stay({ ...session, retry: { ...retry, shown: true, unsteady: true } })
    }
    const isOver = test !== null && event.due === testEndOf(test)
    return move.stay({
      ...session,
      health: withLook(session.health, event.due),
      test: isOver ? gaveUp(test) : test,
    })
  }
  if (retry && !retry.shown && event.due === retry.showAt) {
    return move.stay({ ...session, retry: { ...retry, shown: true } })
  }

  if (phase.kind === 'connecting' && event.due === turnEndOf(phase)) {
    return move.stay(move.into(session, { ...phase, slow: true }))
  }

  switch (phase.kind) {
    case 'opening':
      return move.unavailable(session, event.at, causeOf('io-error'))
    case 'connecting':
    case 'linking':
    case 'logging-out':
      return move.silence(session, event)
    case 'scan':
      return move.giveUpLink(session, causeOf('not-scanned'))
    case 'confirming':
      return passkeyOverdue(session, phase)
    case 'waiting':
      return move.attempt(session)
    case 'restoring':
      return move.unavailable(session, event.at, causeOf('io-error'))
    case 'retiring':
      return move.leave(session, event.at, 'connecting', record, 'restore')
    case 'leaving':
      // What may have been removed by now must not run again: it waits for the disk's word.
      return record.removedAt === null
        ? move.unavailable(session, event.at, causeOf('io-error'))
        : move.stay(move.into(session, { ...phase, until: event.at + DEADLINES.leave }))
    case 'unavailable':
      return move.begin(session, 'restore')
    case 'unlinked':
    case 'queued':
    case 'rejoining':
    case 'stopped':
      return move.stay(session)
    case 'attention':
      return move.retrial(session, event.at)
  }
}
