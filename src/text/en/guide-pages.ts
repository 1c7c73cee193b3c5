import { en } from './text.ts'
import type { Guide } from '../guide-shape.ts'
import { enNetworkPages } from './guide-network-pages.ts'

const { commands, clear, passkey } = en
const bold = (label: string) => `**${label}**`
const retry = `Press ${bold(commands.retry)}.`
const retryNow = `Press ${bold(en.retryNow)}.`
const clearing = `${bold(commands.clear)} and then ${bold(clear.confirm)}.`
const scan = 'On the shop’s phone: WhatsApp, **Linked devices**, **Link a device**, and point it at the QR.'
const note = 'Write down the code, the session name (in grey beside the name) and since when it happens.'

export const enPages: Guide['pages'] = {
  ...enNetworkPages,
  'restore-failed': {
    say: 'Enlace tried to resume the session when it opened and could not, but the link is still saved. Let us first see whether there is internet.',
    press: ['Open any page in the browser of that computer, to know whether there is internet.', retryNow],
    otherwise: `Press ${bold(en.more)} and then ${bold(commands.verify)}. If it says that all is well, the trouble is on the way to WhatsApp: try another network, such as a phone’s.`,
    escalate: `If this code returns on another network and after a good check. Do not clear first: the link may be fine. ${note}`,
  },
  'damaged-store': {
    say: 'The session’s file was damaged, nearly always by a power cut. The chats are not in it: they are still on the phone. Have the shop’s phone at hand.',
    press: [
      `If the button says ${bold(commands['restore-snapshot'])}, press it and wait: there is nothing to scan.`,
      `If there is no copy, press ${clearing}`,
      scan,
    ],
    otherwise: `If the copy did not help, clear: press ${bold(commands.clear)}. The organization and its session name do not change.`,
    escalate: `If it is damaged twice in a month: that computer’s disk or power is failing. ${note}`,
  },
  'vault-locked': {
    say: 'The system keeps the key of the session and does not hand it over just now. Nothing is lost.',
    press: [
      'If the computer asks for the password of the keyring, type it.',
      'If it asks for nothing, sign out of the system and sign in again with the usual account.',
      retry,
    ],
    otherwise:
      'Restart the computer, sign in to the same account with its password, and wait a minute: Enlace tries by itself.',
    escalate: `If it is the same after a restart. Ask whether somebody changed the account’s password or installed security software. ${note}`,
  },
  'vault-lost': {
    say: 'This computer has lost the key that opens the session; that happens when the system is installed anew. It has to be linked again. The chats are still on the phone.',
    press: [`Press ${clearing}`, scan],
    otherwise:
      'If WhatsApp does not take the QR, remove the old computer on the phone under **Linked devices** and scan again.',
    escalate: `If the key is lost again although nobody installed anything. ${note}`,
  },
  'foreign-store': {
    say: 'That session was saved on another computer or in another account, and the key stayed there. It cannot be opened here, and Enlace did not touch it.',
    press: [
      'Does the other computer still exist? Then use it there, in the account it had.',
      `If it has to be here, press ${bold(en.organizations.add)}, type the name and press ${bold(commands.link)}.`,
      scan,
    ],
    otherwise: `If the other computer works and the session has to move: there, in the three dots beside the name, choose ${bold(en.exportSession.menu)}; here, ${bold(en.importSession.action)}.`,
    escalate: `If the folder was never moved and the code shows all the same. ${note}`,
  },
  'store-newer': {
    say: 'The session was saved by a newer Enlace than the one that is open. Nothing is lost; it only needs an update.',
    press: ['Close Enlace.', 'Install the newest version and open it again.'],
    otherwise:
      'See whether two Enlace are installed and the old one was opened: delete the old shortcut and open the other.',
    escalate: `If it is the newest version already and the code stays. Do not clear. ${note}`,
  },
  'folder-in-use': {
    say: 'Another program has this session’s folder open. Enlace waits, because using it twice would damage it.',
    press: [
      'Read on the card which program has it, of which account and on which computer.',
      'Close the other Enlace, in the computer’s other account too if there are two.',
      retry,
    ],
    otherwise:
      'Restart the computer: that lets go of the folder. If it is on a network disk, close Enlace on the other computers.',
    escalate: `If the same program takes it again after a restart: it may be an antivirus or a backup. ${note}`,
  },
  'folder-missing': {
    say: 'Enlace cannot find this session’s folder. It may have been moved, or be on a disk that is not connected. Enlace did not make a new one, so as not to lose the real one.',
    press: [
      'Connect the disk or memory stick it was on, if it was one.',
      'Look for the folder with the session’s name, in the bin too, and put it back in its place.',
      retry,
    ],
    otherwise: `If the folder is nowhere: remove this organization in the three dots, with ${bold(en.removeOrganization.menu)}, add another and link it.`,
    escalate: `If nobody moved it and it vanishes again: an antivirus or a syncing program may delete it. ${note}`,
  },
  'not-scanned': {
    say: 'The QR expired because nobody scanned it. Nothing bad happened. Tell me when you have the phone in your hand.',
    press: [`Press ${bold(en.anotherQr)}.`, scan],
    otherwise: `If the camera does not read it, press the F key to see it large, or ${bold(en.link.byPhone)} and type the code on the phone.`,
    escalate: 'No need: if the QR appears and the phone refuses it, go on with the code that shows then.',
  },
  'unlinked-from-phone': {
    say: 'The phone removed this computer from its linked devices. It only has to be linked again; the chats are still on the phone.',
    press: [`Press ${bold(en.linkAgain)}.`, scan],
    otherwise:
      'If the phone says that it cannot link more, remove one that is no longer used under **Linked devices**: there are only four places.',
    escalate: `If it is unlinked every few days and nobody removes it. Ask whether the phone is off for days or somebody else has access to it. ${note}`,
  },
  replaced: {
    say: 'The same link was opened somewhere else, and WhatsApp leaves only one connection. The other has to be closed first; otherwise each keeps taking it from the other.',
    press: [
      'Think where it may be: an Enlace on another computer, or the server used before. Close it.',
      `Press ${bold(commands['take-over'])}.`,
    ],
    otherwise: `If the code returns, the other is still on. If it cannot be found, press ${clearing} Nobody else has the new link.`,
    escalate: `If nobody knows the other place, treat it as a theft: on the phone, remove all **Linked devices** and link again. ${note}`,
  },
  'relink-required': {
    say: 'WhatsApp no longer accepts the link there was and asks for a new one. The chats are still on the phone.',
    press: [`Press ${bold(en.linkAgain)}.`, scan],
    otherwise: 'Update WhatsApp on the phone and scan again.',
    escalate: `If it asks again on the same day. ${note}`,
  },
  'passkey-required': {
    say: 'WhatsApp links this account only if its owner confirms with their passkey. Enlace plays the part of the browser here: the owner uses the key, in the system’s window, and nothing is bypassed. Is the owner there, with their phone?',
    press: [
      'Read the sentence under the title: it says what failed this time and what to do. If the codes were not the same, do not go on: pass it on.',
      'Ask what the phone says. “Continue on WhatsApp Web”? Good: leave it open. Does it ask to create a key? The owner creates it right there, and you scan again.',
      `Press ${bold(en.linkAgain)}. ${scan}`,
      `Once it says ${bold(passkey.offered.title)}, let them switch Bluetooth on, on the phone and on the computer, and press ${bold(commands['use-passkey'])}.`,
      'In the window, the owner chooses where their key is. The phone: its camera scans the new code, with Bluetooth on on both. This computer: fingerprint or PIN. A USB key: it is plugged in and touched.',
      `If a code has to be compared, they look at both screens themselves. Only if it is the same, press ${bold(commands['confirm-code'])}.`,
    ],
    otherwise: `If the window does not offer the owner’s key, the other way stands below, such as ${bold(passkey.otherwise.browser)}. If the key was accepted and then nothing happens, look under **Linked devices** whether there are four already, wait some minutes and start again.`,
    escalate: `If the codes were not the same: somebody else may be trying to link. And if it fails three times with the owner there. Never ask anybody to delete the key or the account, nor to read or send you a code, a PIN or a picture of the screen. ${note}`,
  },
  'scan-failed': {
    say: 'The phone read the code, but WhatsApp did not finish linking. Nothing was lost, and there is another code on the screen.',
    press: ['Close WhatsApp on the phone and open it again.', scan],
    otherwise: `Press ${bold(en.link.byPhone)} and type the code on the phone.`,
    escalate: `If it fails three times in a row. Update WhatsApp on the phone first. ${note}`,
  },
  'code-refused': {
    say: 'WhatsApp grants only a few codes to type, and makes you wait now. The QR on the screen does work.',
    press: [scan],
    otherwise:
      'If the camera does not read it, press the F key to see it large. Without a camera one has to wait a few hours: asking for more codes makes the wait longer.',
    escalate: `If it gives no codes the next day either. ${note}`,
  },
  'number-refused': {
    say: 'WhatsApp does not accept the number that was typed. Let us check it digit by digit, with its country.',
    press: [
      'On the shop’s phone, read the number: WhatsApp, settings, at the top, beside the picture.',
      `Press ${bold(en.link.byPhone)}, choose the country and type that number.`,
    ],
    otherwise: `Scan the QR on the screen: it needs no number. ${scan}`,
    escalate: `If the QR does not link either and the number is right. ${note}`,
  },
  network: {
    say: 'The connection to WhatsApp was cut; nearly always it is the shop’s internet. The link is still saved: there is nothing to scan.',
    press: [
      'Open any page in the browser of that computer.',
      'If it does not open, switch the modem off and on and wait two minutes.',
      retryNow,
    ],
    otherwise:
      'Connect the computer to a phone’s internet. If it works like that, the shop’s network blocks WhatsApp.',
    escalate: `If the browser opens pages, another network does not help and half an hour has passed. Do not clear. ${note}`,
  },
  'whatsapp-unavailable': {
    say: 'WhatsApp’s servers are failing right now, not your computer. There is nothing to do: Enlace connects when they are back.',
    press: ['Leave Enlace open.', `If you do not want to wait, press ${bold(en.retryNow)}: it does no harm.`],
    otherwise: 'Ask whether other shops have the same. If it is only this one, go on with page R-31.',
    escalate: `If it lasts more than two hours and the other shops are connected. Do not clear. ${note}`,
  },
  'handshake-refused': {
    say: 'Something between your computer and WhatsApp does not let the connection through: usually the clock, an antivirus or an internet filter.',
    press: [
      'Look at the computer’s date and time; if they are wrong, turn on automatic time.',
      'Connect the computer to a phone’s internet, to try another network.',
      retryNow,
    ],
    otherwise:
      'It works on another network: ask whoever looks after the network to let web.whatsapp.com through. It does not either: switch off the antivirus’s inspection of secure pages for a moment.',
    escalate: `If the clock is right and two networks fail. Do not clear: it is not the link. ${note}`,
  },
  outdated: {
    say: 'WhatsApp asks for a newer version. Enlace has looked for it and could not get it. The link is still saved.',
    press: [
      'See that there is internet.',
      retryNow,
      'If nothing changes, install the newest Enlace and open it again.',
    ],
    otherwise:
      'It is the newest already: wait. When WhatsApp changes its version, the update of Enlace comes a little later.',
    escalate: `If the newest Enlace gives this code: say so on the same day, because it concerns every shop. ${note}`,
  },
  restricted: {
    say: 'WhatsApp has restricted the account for a time. WhatsApp decides that, and it cannot be changed from this computer. The phone says how long it lasts.',
    press: [
      'Open WhatsApp on the phone and read the notice: it says why and for how long.',
      `When the phone works again, press ${bold(commands.retry)}. Where the card says when it ends, Enlace tries it by itself then.`,
      `If the shop has changed its phone and the card offers it, press ${bold(en.newPhone)}.`,
    ],
    otherwise: 'If the phone sends and receives and the code is still here, wait an hour and try again.',
    escalate: `If the phone has worked since yesterday and this computer does not. Do not clear: linking anew during a restriction can make it longer. ${note}`,
  },
  banned: {
    say: 'WhatsApp has suspended this number. While that lasts, no computer can connect it. A review is asked for on the phone.',
    press: [
      'Open WhatsApp on the phone and ask for the review it offers.',
      `When the phone works again, press ${bold(commands.retry)}.`,
    ],
    otherwise: 'WhatsApp’s answer comes to the phone and can take days. Nobody else can hurry it.',
    escalate: `If WhatsApp has given the number back and Enlace stays on this code. ${note}`,
  },
  'removed-while-limited': {
    say: 'WhatsApp limits the account for a while and has removed this computer as well. Linking now is not a good idea: it can make the limit longer. The chats are still on the phone.',
    press: [
      'Read on the card how long it lasts.',
      'Open WhatsApp on the phone: a notice there says that the account is restricted, why, and for how long. Answer the chats that are there already from the phone.',
      `When it is over, R-22 appears here. Then press ${bold(en.linkAgain)}.`,
      scan,
    ],
    otherwise: `If the phone no longer shows the notice and the code is still here, wait an hour and press ${bold(en.linkAgain)}.`,
    escalate: `If it happens more than once in a month: ask how many new people are written to, and how many of them report it as spam. ${note}`,
  },
  'wrong-number': {
    say: 'It was scanned with a phone of another number. The card shows both: the one before and the new one. Which is to stay?',
    press: [
      `If the new one is right, press ${bold(commands['accept-number'])}.`,
      `If it was a mistake, press ${bold(commands['reject-number'])}, then ${bold(commands.link)}, and scan with the right phone.`,
    ],
    otherwise: `If ${bold(commands['reject-number'])} does not answer, remove it on the wrong phone, under **Linked devices**; R-22 will show here.`,
    escalate: `If nobody knows the new number: do not accept it. ${note}`,
  },
  'another-account': {
    say: 'The same number was linked, but WhatsApp says it is another account. Was WhatsApp registered again, the SIM changed, or does somebody else have that number now?',
    press: [
      `If the shop registered it again, press ${bold(en.acceptAccount)}.`,
      `If not, press ${bold(commands['reject-number'])}, then ${bold(commands.link)}, and scan with the right phone.`,
    ],
    otherwise: `If ${bold(commands['reject-number'])} does not answer, remove it on the phone, under **Linked devices**; R-22 will show here.`,
    escalate: `If nobody knows why the account is another: do not accept it. ${note}`,
  },
  'duplicate-number': {
    say: 'Another organization in this same Enlace has that number already; the card says which. A number can be in one only.',
    press: [
      `Press ${bold(commands['reject-number'])} and then ${bold(commands.link)}.`,
      'Scan with this organization’s phone, not with the other one’s.',
    ],
    otherwise: `If the number is to stay here: in the other organization press ${bold(commands['log-out'])}, come back to this one and press ${bold(commands.retry)}.`,
    escalate: `If the other organization no longer exists and the code stays. ${note}`,
  },
  'duplicate-identity': {
    say: 'There is a copy of a session’s folder. The original works and nothing is urgent. Do not delete either of them.',
    press: [
      'Read the notice at the top: it says what the copy is called and whose it is.',
      'Ask who made it and what for. If it was a backup, move it out of Enlace’s folder.',
    ],
    otherwise:
      'If the notice returns by itself, a backup or syncing program makes the copy: exclude Enlace’s folder from it.',
    escalate: `If it is not known which one is the copy. Do not connect it on any other computer. ${note}`,
  },
  'read-only': {
    say: 'The computer does not let Enlace write to the session’s folder, so it stopped. Nothing is lost.',
    press: [
      'If the folder is on a memory stick or an external disk, see that it is not write-protected.',
      'Sign in to the account with which Enlace was installed.',
      retry,
    ],
    otherwise:
      'Whoever administers the computer has to give permission to write to the data folder and everything in it.',
    escalate: `If there is permission and it fails all the same: an antivirus may be guarding the folder. ${note}`,
  },
  'disk-full': {
    say: 'The disk is full, and without room the session cannot be saved safely. WhatsApp keeps the messages that wait.',
    press: ['Empty the bin and delete old downloads, until at least 1 GB is free.', retry],
    otherwise:
      'If the disk fills up again, look for the program that saves so much: usually cameras, backups or videos.',
    escalate: `If there is room and the code stays: that account may have a quota. ${note}`,
  },
  'io-error': {
    say: 'The disk could not read or save the session. Enlace stopped so as not to damage it; we are going to try once more.',
    press: [retry, 'If the code returns, restart the computer and wait a minute.'],
    otherwise: `Press ${bold(en.more)} and ${bold(commands.stop)}; copy the data folder to another disk before trying anything else.`,
    escalate: `At the second time in a day: the disk may be dying and has to be examined. ${note}`,
  },
  unknown: {
    say: 'WhatsApp closed the connection with a number that Enlace does not know. The link is still saved, and Enlace goes on trying by itself.',
    press: ['Read the number on the card and write it down.', retryNow],
    otherwise: `Press ${bold(en.more)} and then ${bold(commands.verify)}. If all is well, leave Enlace open for an hour.`,
    escalate: `Whenever it lasts more than an hour, with the number WhatsApp gave. Do not clear first. ${note}`,
  },
}
