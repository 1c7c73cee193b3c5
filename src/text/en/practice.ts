import type { Practice } from '../es/practice.ts'

export const enPractice: Practice = {
  practice: {
    badge: 'Practice mode',
    explanation: 'Simulated phone and WhatsApp: nothing you do here is real.',
    open: 'Open practice mode',
    phone: 'Simulated phone',
    scan: 'Scan',
    heal: 'Make everything work',
    enterCode: 'Type the code',
    faults: 'Make something fail',
    faultHint: 'Choose a fault: this says what it simulates and what a shop would see.',
    faultGroups: { linking: 'When linking', connection: 'Connection', phone: 'Phone and account' },
    restart: 'Restart the simulated phone',
    refusals: {
      'no-qr': 'Ask for a QR code first.',
      ended: 'The simulated phone stopped: restart it with the button above.',
      full: 'The phone says that it already has four linked devices. Remove one and scan again.',
      passkey: 'The phone asks to confirm with the passkey. Follow the steps on the screen.',
      retired: 'The phone says that the code is no longer valid. Scan the new one.',
      failed: 'The phone says that it could not link the device. Scan the new code.',
      'not-linked': 'That can only fail in a session that is linked. Link it first.',
      other: 'The simulated phone could not do it just now.',
    },
    fault: {
      'connection-drop': {
        name: 'Drop the connection',
        what: 'A cut of one moment. Enlace reconnects by itself, mostly unnoticed.',
      },
      outage: {
        name: 'Take the internet away',
        what: 'Like a router switched off. After a few seconds it says “Reconnecting” (R-31) until it is back.',
      },
      'half-open': {
        name: 'Nobody answers',
        what: 'The connection stays open but silent, as in a congested network. Enlace notices within a minute and reconnects.',
      },
      'unlinked-from-phone': {
        name: 'Remove the link on the phone',
        what: 'Somebody removes this computer under Linked devices. It asks to link again (R-22).',
      },
      'opened-elsewhere': {
        name: 'Open it on another computer',
        what: 'Another server uses the same session. Enlace steps aside and asks whether to use it here (R-23).',
      },
      'account-restricted': {
        name: 'Restrict the account',
        what: 'WhatsApp limits the account for a while. The session waits (R-41).',
      },
      'account-banned': {
        name: 'Suspend the number',
        what: 'WhatsApp suspends the number. Only the phone can solve that (R-42).',
      },
      'link-retired': {
        name: 'Retire the link',
        what: 'WhatsApp no longer accepts this link. It asks to scan a new code (R-24).',
      },
      'whatsapp-unavailable': {
        name: 'WhatsApp goes down',
        what: 'WhatsApp’s servers fail, not the shop. It connects when they are back (R-32).',
      },
      'undecryptable-messages': {
        name: 'Unreadable messages',
        what: 'Six contacts write and nothing can be decrypted. It stays connected, with a warning and its remedy.',
      },
      'healing-messages': {
        name: 'Messages at the second try',
        what: 'Six contacts write and at first nothing can be decrypted. WhatsApp asks for them again and they arrive: no warning.',
      },
      'test-refused': {
        name: 'Refuse the test',
        what: 'WhatsApp answers, but does not accept the message of “Test the connection” (463). It stays connected.',
      },
      'wrong-phone': {
        name: 'Scan with another phone',
        what: 'The next scan is made with another number. Enlace holds it and asks (R-51).',
      },
      'code-retired': {
        name: 'Retire the code at the scan',
        what: 'WhatsApp cancels the code just as it is scanned. Another one appears: scan again.',
      },
      'passkey-required': {
        name: 'Require a passkey',
        what: 'The account asks for a passkey to link. Scan, and confirm with the practice key.',
      },
      'phone-full': {
        name: 'No place on the phone',
        what: 'The phone already has four linked devices: one must go before scanning.',
      },
      'short-connections': {
        name: 'Cut after every login',
        what: 'WhatsApp accepts the login and cuts it at once, again and again. By the third it says “Reconnecting”, and each attempt waits longer.',
      },
      'account-paused': {
        name: 'Pause the account for a while',
        what: 'WhatsApp restricts the account and says until when: two minutes. Enlace waits and tries once (R-41).',
      },
      'scan-failed': {
        name: 'Make the scan fail',
        what: 'The phone scans and WhatsApp does not finish linking. Another code appears and says why (R-26).',
      },
      'code-refused': {
        name: 'Refuse the code to type',
        what: 'WhatsApp gives no more codes for now when linking by number. A QR appears and says why (R-27).',
      },
      'version-refused': {
        name: 'Refuse the version',
        what: 'WhatsApp asks for a newer version. Enlace looks for it; if that fails too, it says so (R-34).',
      },
      'garbled-answers': {
        name: 'Garbled answers',
        what: 'An antivirus or a filter alters what arrives. WhatsApp does not accept the connection (R-33).',
      },
      'network-page': {
        name: 'A page instead of WhatsApp',
        what: 'Like a hotel’s network: it wants you to go through its page before it gives internet (R-37).',
      },
      'unknown-refusal': {
        name: 'Unknown reason',
        what: 'WhatsApp closes with a code nobody knows. Enlace shows it and tries again (R-99).',
      },
      'login-unanswered': {
        name: 'Do not answer the login',
        what: 'WhatsApp answers the greeting, then goes silent. After 40 seconds Enlace says so and tries again.',
      },
      'wrong-clock': {
        name: 'Wrong clock',
        what: 'This computer’s clock seems 20 minutes off. It stays connected, with a warning.',
      },
      'phone-off': {
        name: 'Switch the phone off',
        what: 'The phone does not answer. It stays connected; “Test the connection” says the phone is silent.',
      },
      'new-chats-forbidden': {
        name: 'Forbid new chats',
        what: 'For a day, chats that are there go on and new ones do not. It stays connected, with a warning.',
      },
      'removed-while-limited': {
        name: 'Limit, and remove the computer',
        what: 'WhatsApp limits the account and removes this computer. Linking has to wait three minutes (R-43).',
      },
      'queue-withheld': {
        name: 'Keep back what waits',
        what: 'WhatsApp announces waiting messages and does not hand them over. After a few minutes there is a warning.',
      },
    },
  },
}
