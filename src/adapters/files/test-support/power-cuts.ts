import type { Disk, DiskOp } from './disk-model.ts'
import type { Recording } from './disk-recorder.ts'

/** What a disk may hold after a power cut. @property complete the writer had said that it was done */
export interface AfterCut {
  readonly disk: Disk
  readonly complete: boolean
  /** After which step, and what was lost. */
  readonly how: string
}

/**
 * Every disk that a power cut may leave, each once: after every step, with what had not been flushed lost in different
 * ways. A disk may write names before what they name, and keep any of two steps.
 */
export function* afterPowerCuts({ start, ops }: Recording): Generator<AfterCut> {
  const seen = new Set<string>()
  for (let steps = 0; steps <= ops.length; steps += 1) {
    const complete = steps === ops.length
    for (const [how, done] of fates(ops.slice(0, steps))) {
      const disk = start.with(ops)
      for (const op of done) disk.apply(op)
      const key = `${String(complete)} ${keyOf(disk)}`
      if (seen.has(key)) continue
      seen.add(key)
      yield { disk, complete, how: `after ${steps} of ${ops.length} steps, ${how}` }
    }
  }
}

function keyOf(disk: Disk): string {
  const texts = [...disk.contents].map(([way, data]) => `${way}\0${data.toString('latin1')}`)
  return texts.toSorted((a, b) => a.localeCompare(b)).join('\0')
}

/** Which of these steps reached the disk, in all the ways that matter. */
function* fates(ops: readonly DiskOp[]): Generator<readonly [string, readonly DiskOp[]]> {
  const pending = ops.filter((op, at) => op.what !== 'sync' && !isFlushed(op, ops.slice(at + 1)))
  const lost = new Set(pending)
  const without = (gone: (op: DiskOp) => boolean) => ops.filter((op) => !lost.has(op) || !gone(op))
  yield ['nothing lost', ops]
  yield ['all lost', without(() => true)]
  yield ['contents lost', without(isContent)]
  yield ['what was written lost, what was cut off cut off', without(({ what }) => what === 'write')]
  yield ['names lost', without((op) => !isContent(op))]
  yield ['new names lost', without(({ what }) => what === 'move')]
  for (const one of pending) {
    yield [`only ${one.what} lost`, without((op) => op === one)]
    yield [`only ${one.what} kept`, without((op) => op !== one)]
    if (one.what !== 'write') continue
    const half: DiskOp = { ...one, bytes: one.bytes.subarray(0, Math.floor(one.bytes.length / 2)) }
    yield ['half written', ops.map((op) => (op === one ? half : op))]
  }
}

function isContent({ what }: DiskOp): boolean {
  return what === 'write' || what === 'cut'
}

/** A name is on the disk when its folder is; a move, when both are. */
function isFlushed(op: DiskOp, later: readonly DiskOp[]): boolean {
  const isSynced = (inode: number) => later.some((other) => other.what === 'sync' && other.inode === inode)
  switch (op.what) {
    case 'name':
    case 'unname':
      return isSynced(op.folder)
    case 'move':
      return isSynced(op.from) && isSynced(op.to)
    case 'write':
    case 'cut':
      return isSynced(op.inode)
    case 'sync':
      return true
  }
}
