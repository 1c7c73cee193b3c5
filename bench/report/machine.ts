import { statfs } from 'node:fs/promises'
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'
import { createRequire } from 'node:module'
import { z } from 'zod'

/** Linux's numbers of the file systems one may meet. */
const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x01021994: 'tmpfs',
  0x794c7630: 'overlay',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
}

/** What the figures were measured on, without saying whose it is. */
export async function machine(folder: string): Promise<string> {
  const { version: electron } = z
    .object({ version: z.string() })
    .parse(createRequire(import.meta.url)('electron/package.json'))
  const memory = Math.round(totalmem() / 2 ** 30)
  const disk = FILE_SYSTEMS[(await statfs(folder)).type] ?? 'unknown file system'
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor'
  return [
    `${availableParallelism()} cores (${cpu}), ${memory} GB of memory, ${platform()} ${arch()}, ${disk}`,
    `Node ${process.versions.node}, Electron ${electron}`,
    `load ${loadavg()[0]?.toFixed(1) ?? '–'} before the first measurement`,
    new Date().toISOString().slice(0, 10),
  ].join(' · ')
}
