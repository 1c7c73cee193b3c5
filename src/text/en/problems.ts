import type { Problems } from '../es/problems.ts'
import { plural } from '../format.ts'
import { enPractice } from './practice.ts'
import { phoneRefusal } from '../phone-refusal.ts'

export const enProblems: Problems = {
  causes: {
    'restore-failed': {
      title: 'The session could not be resumed',
      why: 'Enlace tried several times without success. The link is still saved on this computer and nothing was deleted.',
      next: 'Check the internet. Enlace goes on trying, more and more slowly, also without a press; if it does not come back, call your support with this code.',
    },
    'damaged-store': {
      title: 'The session saved on this computer is damaged',
      why: 'A power cut or a sudden shutdown may have damaged the file. Enlace deleted nothing, and the chats are still on the phone.',
      next: 'Clear the session and scan a new code with the shop’s phone.',
    },
    'vault-locked': {
      title: 'This computer’s keys are locked',
      why: 'The system keeps the key that opens the session and is not handing it over now. Nothing was lost.',
      next: 'Unlock the computer’s keychain or sign in again with your user, and try again.',
    },
    'vault-lost': {
      title: 'This computer lost the session’s key',
      why: 'This usually follows a reinstalled system or a change of user. The saved session can no longer be opened, but the chats are still on the phone.',
      next: 'Clear the session and scan a new code with the shop’s phone.',
    },
    'foreign-store': {
      title: 'This session was saved on another computer or by another user',
      why: 'The key that opens it is on that computer, and it cannot be read here. Enlace changed nothing in it.',
      next: 'Open or export it on the earlier computer and user. To use that number here, add another organization and link it with a QR.',
    },
    'store-newer': {
      title: 'A newer version of Enlace saved this session',
      why: 'This version cannot read it and so leaves it alone. Nothing was lost.',
      next: 'Update Enlace on this computer and open it again.',
    },
    'folder-in-use': {
      title: 'Another program is using this session',
      why: 'Another Enlace may be open on the same folder. Using it twice would damage it.',
      next: 'Close the other program and try again.',
    },
    'folder-missing': {
      title: 'This session’s folder cannot be found',
      why: 'It may have been moved or deleted, or it is on a disk that is not connected. Enlace made no other in its place, and the chats are still on the phone.',
      next: 'Put the folder back or connect the disk, and try again. If you cannot find it, call your support.',
    },
    'not-scanned': {
      title: 'QR expired',
      why: 'Nobody scanned it in time. Nothing bad happened: WhatsApp withdraws codes after a few minutes.',
      next: 'When you have the phone in your hand, create another one.',
    },
    'unlinked-from-phone': {
      title: 'The phone removed this computer from its linked devices',
      why: 'Someone removed it in WhatsApp, the phone was changed, or it went unused for many days. The chats are still on the phone.',
      next: 'Link again by scanning a code with the shop’s phone.',
    },
    replaced: {
      title: 'This session was opened somewhere else',
      why: 'Another computer or server uses the same link, and WhatsApp allows one connection at a time. The link is still saved.',
      next: 'Close the other one first. Then choose to use it here.',
    },
    'relink-required': {
      title: 'WhatsApp asks you to link again',
      why: 'WhatsApp stopped accepting the link this computer had. The chats are still on the phone.',
      next: 'Scan a new code with the shop’s phone.',
    },
    'passkey-required': {
      title: 'The link could not be confirmed with the passkey',
      why: 'WhatsApp links this account only if its owner confirms with their key, and this time it did not come to the end. Nothing was lost.',
      next: 'Link again when the owner is there with their phone. If it happens again, call your support with this code.',
    },
    'scan-failed': {
      title: 'The phone read the code, but it was not linked',
      why: 'WhatsApp did not finish linking; mostly that is a stumble of the moment. Nothing was lost.',
      next: 'Use the new code on the screen.',
    },
    'code-refused': {
      title: 'WhatsApp gives no more codes to type for now',
      why: 'It grants only a few, and then makes one wait for several hours.',
      next: 'Scan this QR, or wait a few hours and get a code again.',
    },
    'number-refused': {
      title: 'WhatsApp does not accept that number',
      why: 'It may be mistyped or have no WhatsApp.',
      next: 'Check the number and get a code again, or scan this QR.',
    },
    network: {
      title: 'The connection to WhatsApp was cut',
      why: 'It may be the shop’s internet or a brief outage. The link is still saved: there is no need to scan again.',
      next: 'If it takes more than a few minutes, check that this computer has internet.',
    },
    'whatsapp-unavailable': {
      title: 'WhatsApp is not available right now',
      why: 'The fault is with WhatsApp’s servers, not with this computer. The link is still saved.',
      next: 'There is nothing to fix in the shop: it connects when WhatsApp is back.',
    },
    'handshake-refused': {
      title: 'WhatsApp did not accept this computer’s connection',
      why: 'An antivirus, an internet filter or a wrong clock can prevent it. The link is still saved.',
      next: 'Check this computer’s date and time, and try another network, such as a phone’s.',
    },
    outdated: {
      title: 'WhatsApp no longer accepts this version',
      why: 'WhatsApp asks for a newer version. Enlace looked for the new one, and it was not accepted either. The link is still saved: there is no need to scan again.',
      next: 'Enlace goes on trying, without a press. If nothing has changed tomorrow, update Enlace or call your support with this code.',
    },
    intercepted: {
      title: 'Something opens the encrypted connection to WhatsApp',
      why: 'An antivirus, a control program or the network shows a certificate of its own instead of WhatsApp’s, and Enlace does not connect like that. The link is still saved.',
      next: 'Switch off the antivirus’s inspection of secure pages, or try another network, such as a phone’s. Enlace keeps trying.',
    },
    'wrong-clock': {
      title: 'This computer’s date or time is wrong',
      why: 'At the time this computer has, WhatsApp’s certificate is not valid: expired, or not valid yet. The link is still saved.',
      next: 'Set the right date and time, automatic if possible. Enlace connects by itself.',
    },
    'captive-portal': {
      title: 'This network asks for a sign-in before it gives internet',
      why: 'A page of the network answered instead of WhatsApp, as in hotels and shopping centres. The link is still saved.',
      next: 'Open this computer’s browser, go to the network’s page and accept. Enlace connects by itself.',
    },
    'proxy-refused': {
      title: 'This network’s proxy does not let the connection through',
      why: 'This computer reaches the internet through a proxy, which asks for a user and a password or does not allow WhatsApp. The link is still saved.',
      next: 'Open Preferences, Network: that is where you sign in to the proxy and test the connection. If you do not have the details, ask whoever looks after the network.',
    },
    restricted: {
      title: 'WhatsApp restricted this account',
      why: 'WhatsApp decides this, usually for a while; it cannot be changed from this computer. The link is still saved.',
      next: 'Open WhatsApp on the phone: it says why and for how long. Try again when the phone works again. If the phone was changed, it has to be linked again.',
    },
    banned: {
      title: 'WhatsApp suspended this number',
      why: 'While the suspension lasts, no computer can connect it. The link is still saved.',
      next: 'Open WhatsApp on the phone and request a review. The answer arrives on the phone.',
    },
    'removed-while-limited': {
      title: 'WhatsApp limited this account and removed this computer',
      why: 'The link ended while WhatsApp did not allow writing to new chats. The chats are still on the phone.',
      next: 'Wait until the limit ends: linking before can make it longer. Meanwhile, answer from the phone.',
    },
    'wrong-number': {
      title: 'A different number was linked',
      why: 'This organization used another. The session waits, receiving no messages, until you decide; the chats stay on each phone.',
      next: 'If the change is right, accept the new number. If the wrong phone was used to scan, choose Unlink: it is removed on that phone and you can scan with the right one.',
    },
    'another-account': {
      title: 'The number is the same, but the account is another',
      why: 'WhatsApp now treats it as a different account from the one that was linked here: the number may have gone to somebody else, or been registered again. The session waits, receiving no messages, until you decide.',
      next: 'If the shop registered WhatsApp again with its number, accept. If nobody knows why, choose Unlink and call your support.',
    },
    'duplicate-number': {
      title: 'That number is already linked to another organization',
      why: 'A number can be in one organization at a time, so that messages are not mixed. The other one is as it was.',
      next: 'Choose Unlink and scan with this organization’s phone. If the number should be here, log out of the other one first and try again.',
    },
    'duplicate-identity': {
      title: 'There are two copies of the same session',
      why: 'Another folder holds the same link, and connecting both would damage them. Only the original runs; this copy was not touched.',
      next: 'The original goes on without your help. To know whether the copy can be removed, call your support with this code.',
    },
    'read-only': {
      title: 'The session’s folder cannot be written to',
      why: 'Your user has no permission, or the disk is protected. Nothing was lost.',
      next: 'Give write permission to the folder and try again. If you do not know how, call your support.',
    },
    'disk-full': {
      title: 'This computer’s disk is full',
      why: 'Without space the session cannot be saved safely, so it was stopped. WhatsApp keeps the pending messages.',
      next: 'Free some space, for example by emptying the trash, and try again.',
    },
    'io-error': {
      title: 'The disk failed while reading or saving the session',
      why: 'It may be an antivirus or a worn disk. Enlace stopped so as not to damage it.',
      next: 'Try again. If it happens again, call your support: the disk may be failing.',
    },
    unknown: {
      title: 'WhatsApp closed the connection without a known reason',
      why: 'The link is still saved on this computer.',
      next: 'Try again. If it happens again, call your support with this code.',
    },
  },

  blocked: {
    'data-folder-unwritable': {
      title: 'Enlace cannot save in its folder',
      why: 'Your user has no permission to write in it, or the disk is full or protected. Nothing was changed.',
      next: 'Give write permission to this folder, or free some space, and open Enlace again.',
    },
    'whatsapp-url-refused': {
      title: 'The test address is not valid',
      why: 'ENLACE_WHATSAPP_URL can only point to this same computer. For safety, Enlace does not connect to any other.',
      next: 'Correct that variable or remove it, and open Enlace again.',
    },
    'passkey-way-refused': {
      title: 'The passkey test setting is not valid',
      why: 'ENLACE_PASSKEY_WAY may only say “window”, “browser” or both with a comma between.',
      next: 'Correct or remove that variable, and open Enlace again.',
    },
    'simulator-failed': {
      title: 'Practice mode could not start',
      why: 'The simulated phone did not answer. Your real sessions have nothing to do with it and are as they were.',
      next: 'Close this window and open it again. If it happens again, call your support.',
    },
    'start-failed': {
      title: 'Enlace could not open its data',
      why: 'Something in its data folder stands in the way, or the disk does not answer. So it opened no session; the chats are still on the phone.',
      next: 'Close Enlace and open it again. If it happens again, restart the computer; if nothing changes, call your support and read them the line above.',
    },
  },

  detached: {
    title: 'The window could not reach Enlace',
    why: 'The sessions may well be running in the background; they just cannot be shown.',
    next: 'Try again. If it does not help, close Enlace and open it again.',
  },

  notices: {
    'preferences-reset': (detail) =>
      `Not all of your preferences could be read: what made no sense is as it was initially. The old file was kept at ${detail}.`,
    'pin-reset': (detail) =>
      `The PIN could not be read and is no longer on. Turn on another in Preferences. The file was kept at ${detail}.`,
    'installation-reset': (detail) =>
      `The file by which Enlace knows this computer could not be read and was written again. Your sessions go on as before. The old one was kept at ${detail}.`,
    'folder-unreadable': (detail) =>
      `The folder ${detail} could not be read as an organization. It was left as it was.`,
    'duplicate-identity': (detail, name) =>
      `The folder ${detail} is a copy of ${name}. Only the original runs; the copy was left as it was.`,
    'folder-renamed': (detail, name, sessionName) =>
      `The folder “${detail}” belongs to ${name}, but no longer has its own name. Name it “${sessionName}” again and it will work.`,
    'import-refused': (detail) =>
      `The folder ${detail} looks like a session of another server, but its keys cannot be used. It was left as it was; to use that number, link it with a QR.`,
    'synced-folder': (service) =>
      `The data folder is inside ${service}, which copies it elsewhere. Two computers with the same session damage each other: move it out or leave it out of the sync.`,
    'old-session': (days, name) =>
      `${name} has not been used for ${days} days. If it is no longer needed, you can clear it; Enlace will not do so by itself.`,
    'proxy-sign-in': (proxy) =>
      `This network’s proxy (${proxy}) asks for a user and a password. Without them Enlace does not reach WhatsApp.`,
    'proxy-sign-in-refused': (proxy) =>
      `This network’s proxy (${proxy}) did not accept the user and the password. Enlace does not repeat them, so as not to lock the account.`,
    'simulator-ended': () =>
      'The program of the simulated phone closed. Your real sessions have nothing to do with it and go on; restart it to keep practising.',
  },

  errors: {
    'invalid-input': () => 'Something you entered is not valid. Check it and try again.',
    'unknown-organization': () => 'That organization no longer exists.',
    'name-empty': () => 'Enter a name.',
    'name-too-long': () => 'The name can have up to 80 characters.',
    'name-unusable': () => 'The name holds characters that cannot be seen. Delete it and type it by hand.',
    'id-invalid': () => 'Use only unaccented letters, numbers, hyphen and underscore; up to 64.',
    'id-taken': () => 'Another organization already has that id.',
    'number-invalid': () => 'Enter the whole number with its country code, like +57 300 791 5262.',
    'name-mismatch': () => 'That is not the same name. Type it as it is shown above.',
    'import-refused': ({ reason }) =>
      `That folder holds no session that can be used: a file is missing or damaged, or it was never linked. Nothing in it was changed.${forSupport(reason)}`,
    'import-known': ({ name }) =>
      `That session is already here: it is ${name}’s. Two organizations with the same session would disconnect each other. Nothing in the folder was changed.`,
    'import-too-large': ({ reason }) =>
      `That folder holds far more than a session takes, so Enlace did not read it. Choose the folder of a single session, the one with creds.json.${forSupport(reason)}`,
    'session-name-invalid': () =>
      'Use only unaccented letters, numbers, hyphen and underscore, up to 64, starting with a letter or number.',
    'session-name-taken': () =>
      'Another organization already has that session name. This one is free; you can change it now, afterwards it is fixed.',
    'export-inside': () =>
      'That folder belongs to Enlace, where the copy would be taken for another organization. Choose another one, such as a USB stick.',
    'export-in-session': () =>
      'That folder holds a session of another server, and the copy would get mixed up with it. Choose another one, such as a USB stick.',
    'not-possible-now': () => 'That cannot be done right now, because the session’s state changed.',
    'pin-required': () => 'That needs the PIN.',
    'pin-wrong': ({ left }) =>
      plural('en', Number(left), {
        one: 'That is not the PIN. 1 try is left before a wait.',
        other: `That is not the PIN. ${left} tries are left before a wait.`,
      }),
    'pin-wait': () => 'Too many wrong PINs: wait before trying another.',
    storage: () => 'It could not be saved to the disk. Nothing was lost.',
    'not-practice': () => 'That can only be done in practice mode.',
    simulator: ({ reason }) => enPractice.practice.refusals[phoneRefusal(reason)],
    internal: () => 'Something failed inside Enlace. Try again; if it happens again, call your support.',
  },
}

function forSupport(reason: string | undefined): string {
  return reason === undefined ? '' : ` For your support: ${reason}.`
}
