import type { ErrorCode } from '../../../contract/result.ts'

export type FieldName = 'name' | 'id' | 'sessionName'

/** Beside which field a refusal belongs; null for the form as a whole. */
export function fieldOf(code: ErrorCode): FieldName | null {
  switch (code) {
    case 'name-empty':
    case 'name-too-long':
    case 'name-unusable':
      return 'name'
    case 'id-invalid':
    case 'id-taken':
      return 'id'
    case 'session-name-invalid':
    case 'session-name-taken':
      return 'sessionName'
    case 'invalid-input':
    case 'unknown-organization':
    case 'number-invalid':
    case 'name-mismatch':
    case 'import-refused':
    case 'import-known':
    case 'import-too-large':
    case 'export-inside':
    case 'export-in-session':
    case 'not-possible-now':
    case 'pin-required':
    case 'pin-wrong':
    case 'pin-wait':
    case 'storage':
    case 'not-practice':
    case 'simulator':
    case 'internal':
      return null
  }
}
