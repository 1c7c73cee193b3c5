import type { AuthenticationCreds } from '@whiskeysockets/baileys'
import { outsideText } from '../runtime/outside-text.ts'

/** Characters that are shown; WhatsApp's own programs take 25. */
const NAME_MAX = 100

interface AccountNames {
  readonly accountName: string | null
  readonly platform: string | null
}

/** How the account calls itself, and its phone's system, as WhatsApp tells them: short enough to be shown. */
export function accountNames({ me, platform }: AuthenticationCreds): AccountNames {
  const named = me?.name ?? me?.verifiedName
  return {
    accountName: named === undefined ? null : outsideText(named, NAME_MAX),
    platform: platform === undefined ? null : outsideText(platform, NAME_MAX),
  }
}
