/** The folder of another server that a session was taken over from: it still holds the session's keys in plain text. */
export interface SourceView {
  /** Its whole path, as the system writes it. */
  readonly folder: string
  /** The person wants to keep it for now: it is no longer offered by itself. */
  readonly kept: boolean
}

/** What became of that folder. Names are those of files in it. */
export type SourceOutcome =
  /** Nothing of the session is left in it. `others` lie there, too, and keep the folder; it may also stay empty. */
  | { readonly kind: 'deleted'; readonly folderGone: boolean; readonly others: readonly string[] }
  /**
   * These could not be deleted; what holds the identity is among them, so that it can be tried again. `reason` is the
   * system's error code, for support.
   */
  | { readonly kind: 'incomplete'; readonly left: readonly string[]; readonly reason: string }
  /** It no longer holds this session, or cannot be read: nothing was touched. */
  | { readonly kind: 'changed' }
  /** It is not there. */
  | { readonly kind: 'gone' }
