/** What a run has counted. */
export interface Tally {
  kills: number
  /** Of those, between the pairing's request and 60 ms after its reply. */
  closeToReply: number
  /** While messages went both ways. */
  talking: number
  /** At any other moment of a linking. */
  otherwise: number
  /** How often a store was opened after a kill. */
  looks: number
  /** Stores or credentials that did not open. */
  unreadable: number
  /** Folders with a file that is no JSON any more (stock only). */
  brokenFolders: number
  otherIdentity: number
  /** Looks at a session whose phone lists it. */
  believed: number
  cameBack: number
  /** Sessions that the phone lists and that do not come back without a new scan. */
  lost: number
  /** Credentials on disk for a link whose reply the phone has not heard. */
  halfLinked: number
  /** Killed before anything was linked, on either side. */
  unlinked: number
  /** Messages sent after a return. */
  messages: number
  unreadMessages: number
  askedAgain: number
  /** Sessions that did not take everything that waited for them. */
  stuck: number
  /** Messages of the session that its phone could not decrypt. */
  unreadByPhone: number
}

export const NOTHING: Tally = {
  kills: 0,
  closeToReply: 0,
  talking: 0,
  otherwise: 0,
  looks: 0,
  unreadable: 0,
  brokenFolders: 0,
  otherIdentity: 0,
  believed: 0,
  cameBack: 0,
  lost: 0,
  halfLinked: 0,
  unlinked: 0,
  messages: 0,
  unreadMessages: 0,
  askedAgain: 0,
  stuck: 0,
  unreadByPhone: 0,
}
