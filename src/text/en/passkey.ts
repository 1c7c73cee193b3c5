import type { PasskeyText } from '../es/passkey.ts'

const HAVE_AT_HAND =
  'Have the phone at hand, with WhatsApp open and Bluetooth on, on the phone and on this computer.'
const HOW_TO_CONFIRM =
  'The new code is scanned with the phone’s **camera**, not with WhatsApp. A fingerprint, a PIN or a USB key will do, too.'

export const enPasskey: PasskeyText = {
  passkey: {
    status: {
      offered: 'One step left',
      signing: 'Confirming',
      waiting: 'Linking',
      comparing: 'One step left',
      finishing: 'Linking',
    },
    left: (time) => `Time left: ${time}`,

    offered: {
      title: 'One step left: the passkey',
      why: 'WhatsApp asks to confirm this link with the passkey of the account’s owner.',
      have: {
        window: HAVE_AT_HAND,
        browser: HAVE_AT_HAND,
        practice:
          'In a shop you would have the phone at hand, with Bluetooth on. Here the practice key is enough.',
      },
      opens: {
        window: 'A window of the system opens, and the owner uses the key: Enlace neither sees nor keeps it.',
        browser:
          'Chrome, Edge or Chromium opens, and the owner uses the key: Enlace neither sees nor keeps it.',
        practice: 'No window opens: the practice key confirms by itself.',
      },
    },
    otherwise: {
      window: 'Use Enlace’s window',
      browser: 'Use Chrome, Edge or Chromium',
      practice: 'Use the practice key',
    },

    signing: {
      title: {
        window: 'Confirm in the window',
        browser: 'Confirm in the browser',
        practice: 'Confirming with the practice key',
      },
      how: {
        window: HOW_TO_CONFIRM,
        browser: HOW_TO_CONFIRM,
        practice: 'There is nothing to do.',
      },
      where: {
        window: 'If you do not see the window, it may be behind this one.',
        browser:
          'If you do not see the browser, it may be behind this window. It opens empty: it does not know the keys saved in yours.',
        practice: 'In a shop, a window would open that asks for the owner’s key.',
      },
    },

    waiting: {
      title: 'Wait for the phone',
      body: 'The key was accepted. Do not close WhatsApp on the phone.',
    },

    comparing: {
      title: 'Compare the code',
      ask: (code) => `Does the phone show exactly **${code}**?`,
      differs: 'If it shows another one, press **No**: somebody else may be trying to link.',
    },

    finishing: {
      title: 'Finishing the link',
      body: 'Leave WhatsApp open on the phone until it is done.',
      code: 'The phone shows this same code. It need not be typed anywhere.',
    },

    troubles: {
      refused: 'It was not confirmed. Try again, with the key of this account’s owner.',
      'no-way': 'That way could not be opened on this computer. Use this one instead.',
      expired: 'The time was up. Once you have the phone in your hand, try again.',
      'phone-silent':
        'The phone did not answer. Open WhatsApp on it, see that it has internet and try again.',
      'not-accepted':
        'WhatsApp did not accept the confirmation. Try again, with the key of this account’s owner.',
      'codes-differ': 'The codes were not the same. Press Cancel and call your support.',
      dropped: 'The connection was cut. See that this computer has internet and try again.',
      busy: 'Another organization is using its key. Finish there first and try again.',
    },

    ends: {
      refused: {
        why: 'The window was closed without confirming, or no key of this account was at hand. Nothing was lost.',
        next: 'Link again when the owner is there with their phone, where the key mostly is. If the phone asks to create one, the owner creates it right there and you scan again.',
      },
      'no-way': {
        why: 'WhatsApp asks for the owner’s key, and this computer has nothing to use it with. Nothing was lost.',
        next: 'Install Chrome, Edge or Chromium on this computer and link again.',
      },
      expired: {
        why: 'Nobody confirmed in time: WhatsApp waits for a few minutes. Nothing was lost.',
        next: 'Link again when the owner is there, with the phone in hand.',
      },
      'phone-silent': {
        why: 'WhatsApp accepted the key, but the phone did not finish linking. Nothing was lost.',
        next: 'Look on the phone, under Linked devices, how many there are: four fit. If one is no longer used, remove it. Wait some minutes and link again, with WhatsApp open.',
      },
      'not-accepted': {
        why: 'WhatsApp did not accept the confirmation. It may have been the key of another account, or a stumble of the moment. Nothing was lost.',
        next: 'Wait some minutes and link again, with the key of this account’s owner. If it happens again, call your support with this code.',
      },
      'codes-differ': {
        why: 'The phone showed another code: somebody else may be trying to link this account. Enlace stopped and linked nothing.',
        next: 'Stop and call your support with this code. Until then, confirm nothing on the phone.',
      },
      dropped: {
        why: 'The connection with WhatsApp was cut during the confirmation, and it has to be started again. Nothing was lost.',
        next: 'See that this computer has internet and link again.',
      },
      busy: {
        why: 'Another organization was using its key, and only one can at a time. Nothing was lost.',
        next: 'Finish in the other organization and link again here.',
      },
    },
  },
}
