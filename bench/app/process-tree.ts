import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Megabytes of a process and everything it started. */
export interface TreeMemory {
  /** What would be freed if they ended: shared libraries are left out. Where it is unknown, `rssMb`. */
  privateMb: number
  /** The sum of resident sets, in which shared pages count once for each process. */
  rssMb: number
}

const run = promisify(execFile)
const KB_PER_MB = 1024

/** @throws Error on a system that tells nothing about other processes' memory */
export async function treeMemory(root: number): Promise<TreeMemory> {
  return process.platform === 'linux' ? linuxTree(root) : psTree(root)
}

async function linuxTree(root: number): Promise<TreeMemory> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null)
    // The command's name is in parentheses and may hold anything.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  let privateKb = 0
  let rssKb = 0
  for (const pid of family(root, parents)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    privateKb += field(rollup, 'Private_Clean') + field(rollup, 'Private_Dirty')
    rssKb += field(rollup, 'Rss')
  }
  return { privateMb: privateKb / KB_PER_MB, rssMb: rssKb / KB_PER_MB }
}

async function psTree(root: number): Promise<TreeMemory> {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=,rss='])
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const members = family(root, new Map(rows.map(([pid = 0, parent = 0]) => [pid, parent])))
  const rssKb = rows.reduce((sum, [pid = 0, , rss = 0]) => sum + (members.has(pid) ? rss : 0), 0)
  return { privateMb: rssKb / KB_PER_MB, rssMb: rssKb / KB_PER_MB }
}

function family(root: number, parents: ReadonlyMap<number, number>): ReadonlySet<number> {
  const members = new Set([root])
  for (let before = 0; before !== members.size;) {
    before = members.size
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid)
  }
  return members
}

function field(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0)
}
