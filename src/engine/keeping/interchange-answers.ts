import { failure, ok, type Result } from '../../contract/result.ts'
import type { ExportOutcome } from '../ports.ts'
import type { ImportOutcome } from './imports.ts'

/** What a person is told of a session that was to be written out. */
export function exportAnswer(outcome: ExportOutcome): Result<{ readonly folder: string }> {
  if (outcome.ok) return ok({ folder: outcome.folder })
  switch (outcome.why) {
    case 'own-data':
      return failure('export-inside')
    case 'other-session':
      return failure('export-in-session')
    case 'storage':
      return failure('storage', { cause: outcome.cause.code })
  }
}

/** What a person is told of a folder that was to be taken over. */
export function importAnswer(outcome: ImportOutcome): Result<{ readonly organizationId: string }> {
  switch (outcome.kind) {
    case 'taken':
      return ok({ organizationId: outcome.record.id })
    case 'known':
      return failure('import-known', { name: outcome.as.name })
    case 'refused':
      return failure(outcome.why === 'too-large' ? 'import-too-large' : 'import-refused', {
        reason: outcome.reason,
      })
  }
}
