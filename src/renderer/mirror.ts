import type { Bridge, Push, Snapshot } from '../contract/commands.ts'
import type { OrganizationView } from '../contract/session-view.ts'
import { type Failure, failure, type Result } from '../contract/result.ts'

/** The two parts of the bridge that a mirror needs. */
export interface Source extends Pick<Bridge, 'onPush'> {
  readonly attach: () => Promise<Result<Snapshot>>
}

interface Listener {
  readonly onChange: (snapshot: Snapshot) => void
  readonly onFailure: (error: Failure) => void
}

export interface Mirror {
  /** Fetches everything anew; for a first attempt that failed. */
  readonly attach: () => void
  readonly stop: () => void
}

/**
 * Keeps a copy of what main shows: everything once, then each push in order. A push that is not the next one
 * means that something was missed, so everything is fetched again; what arrives meanwhile waits.
 */
export function mirrorOf(source: Source, { onChange, onFailure }: Listener): Mirror {
  let snapshot: Snapshot | null = null
  let attaching = false
  const life = { stopped: false }
  let waiting: Push[] = []

  const receive = (push: Push) => {
    if (attaching || snapshot === null) {
      waiting.push(push)
      return
    }
    if (push.rev <= snapshot.rev) return
    if (push.rev !== snapshot.rev + 1) {
      waiting.push(push)
      void attach()
      return
    }
    snapshot = {
      ...snapshot,
      rev: push.rev,
      organizations: merged(snapshot.organizations, push),
      notices: push.notices ?? snapshot.notices,
      settings: push.settings ?? snapshot.settings,
    }
    onChange(snapshot)
  }

  const attach = async () => {
    if (attaching) return
    attaching = true
    const answer = await answered(source.attach())
    attaching = false
    if (life.stopped) return
    const late = waiting
    waiting = []
    if (!answer.ok) {
      onFailure(answer.error)
      return
    }
    snapshot = answer.value
    onChange(snapshot)
    for (const push of late) receive(push)
  }

  const unlisten = source.onPush(receive)
  void attach()
  return {
    attach: () => void attach(),
    stop: () => {
      life.stopped = true
      unlisten()
    },
  }
}

/** A broken channel is a failure like any other, not an exception. */
export async function answered<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer
  } catch {
    return failure('internal')
  }
}

/** Rows keep their place; what is new comes last, and what is gone leaves no gap. */
function merged(
  present: readonly OrganizationView[],
  { changed, removed }: Push,
): readonly OrganizationView[] {
  const byId = new Map(changed.map((organization) => [organization.id, organization]))
  const known = new Set(present.map(({ id }) => id))
  const kept = present.map((organization) => byId.get(organization.id) ?? organization)
  const added = changed.filter(({ id }) => !known.has(id))
  return [...kept, ...added].filter(({ id }) => !removed.includes(id))
}
