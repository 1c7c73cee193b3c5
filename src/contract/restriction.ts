/**
 * What WhatsApp does not let an account do for a while; chats that are there already go on.
 *
 * - `new-chats`: no new chats, from any device.
 * - `linked-devices`: no new chats from linked devices; the phone may.
 * - `sales-rules`: no new chats, because of what the business sells.
 * - `chat-cap`: the new chats of this period are used up.
 */
export const RESTRICTION_KINDS = ['new-chats', 'linked-devices', 'sales-rules', 'chat-cap'] as const
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number]

export interface Restriction {
  readonly kind: RestrictionKind
  /** When it ends, in milliseconds since 1970; null where WhatsApp has not said. */
  readonly until: number | null
}
