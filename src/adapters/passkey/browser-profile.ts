import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Tells our folders from everybody else's. */
const PREFIX = 'passkey-browser-'
/** A browser that has just ended may still hold or write a file: two seconds in all, longer and longer pauses. */
const REMOVAL = { recursive: true, force: true, maxRetries: 8, retryDelay: 50 }

/**
 * Makes an empty profile for one ceremony.
 *
 * @param folder is made where it is not there
 * @throws the file system's error
 */
export async function makeProfile(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return mkdtemp(join(folder, PREFIX))
}

/** Deletes a profile. What another program holds for longer than two seconds stays for the next start: somebody waits. */
export async function removeProfile(profile: string): Promise<void> {
  try {
    await rm(profile, REMOVAL)
  } catch {
    // `removeLeftoverProfiles` comes by again.
  }
}

/**
 * For the start of the program: deletes the profiles that a crash has left, before any ceremony. Never rejects.
 *
 * @returns how many there were
 */
export async function removeLeftoverProfiles(folder: string): Promise<number> {
  // Most computers have no such folder.
  const names = await readdir(folder).catch((): readonly string[] => [])
  const left = names.filter((name) => name.startsWith(PREFIX))
  await Promise.all(left.map((name) => removeProfile(join(folder, name))))
  return left.length
}
