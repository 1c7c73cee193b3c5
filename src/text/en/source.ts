import type { SourceText } from '../es/source.ts'
import { plural } from '../format.ts'

export const enSource: SourceText = {
  source: {
    line: 'The folder this session came from still holds its keys unencrypted.',
    offer: 'Delete the folder',
    keep: 'Not now',
    menu: 'Delete the original folder',
    title: 'Delete the folder the session came from',
    plain: {
      title: 'Its keys are in plain sight',
      body: 'Here Enlace keeps them encrypted; in that folder they are not. Whoever copies it can read and send messages in the account’s name.',
    },
    server: {
      title: 'The previous server can no longer use it',
      body: 'That is what you want: if both use the session, they take it from each other. Here it stays connected.',
    },
    final: {
      title: 'It cannot be undone',
      body: 'Only the session’s files are deleted, without passing through the trash. Copies elsewhere stay where they are.',
    },
    confirm: 'Delete the folder',
    again: 'Try again',
    doing: 'Deleting',
    deleted:
      'The folder was deleted. The keys of this session are now only in Enlace, and in copies that somebody may have made.',
    emptied: 'The keys were deleted. The folder was left empty because it could not be removed:',
    others:
      'The keys were deleted. The folder stays, because it has something that is not the session’s. Look at it: it could be a copy of the keys.',
    incomplete: (n) =>
      plural('en', n, {
        one: '1 file could not be deleted. Another program may have it open, or permission is missing. Switch the previous server off and try again.',
        other: `${n} files could not be deleted. Another program may have them open, or permission is missing. Switch the previous server off and try again.`,
      }),
    forSupport: (reason) => `For your support: ${reason}.`,
    changed:
      'Nothing was deleted: that folder is no longer the same one, does not have this session or cannot be read.',
    gone: 'Nothing was deleted: the folder is no longer there. If it was moved or is on another drive, its keys are still unencrypted.',
    andMore: (n) => `and ${n} more`,
  },
}
