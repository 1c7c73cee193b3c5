/** Folders of services that copy files elsewhere while they are in use, by a part of their path. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/onedrive/i, 'OneDrive'],
  [/dropbox/i, 'Dropbox'],
  [/google ?drive|googledrive/i, 'Google Drive'],
  [/icloud|mobile documents/i, 'iCloud'],
  [/nextcloud/i, 'Nextcloud'],
  [/megasync|[/\\]mega[/\\]/i, 'MEGA'],
]

/** The service that copies this folder elsewhere, as far as its path tells; null where none does. */
export function syncService(path: string): string | null {
  return SERVICES.find(([part]) => part.test(path))?.[1] ?? null
}
