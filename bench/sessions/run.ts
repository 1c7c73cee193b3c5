import { Child } from '../child.ts'
import { report, type Job, type Report } from './figures.ts'
import type { Side } from './linked.ts'

const MODULES: Readonly<Record<Side, string>> = {
  enlace: import.meta.resolve('./enlace-process.ts'),
  bare: import.meta.resolve('./bare-process.ts'),
}

/** Sessions running in a process of their own. */
export class Run {
  readonly #child: Child
  /** What the process was before it ran anything. */
  readonly before: Report

  private constructor(child: Child, before: Report) {
    this.#child = child
    this.before = before
  }

  static async of(side: Side, job: Job): Promise<Run> {
    const child = new Child(MODULES[side], job)
    return new Run(child, await child.next(report))
  }

  /** Starts all sessions; resolves when all are online. */
  async start(): Promise<Report> {
    this.#child.send('start')
    return this.#child.next(report)
  }

  async now(): Promise<Report> {
    this.#child.send('now')
    return this.#child.next(report)
  }

  /** Lets so many milliseconds of its clock go by; resolves when they have. */
  async pass(milliseconds: number): Promise<Report> {
    this.#child.send({ pass: milliseconds })
    return this.#child.next(report)
  }

  async whenOnline(): Promise<Report> {
    this.#child.send('when-online')
    return this.#child.next(report)
  }

  async end(): Promise<void> {
    this.#child.send('end')
    await this.#child.end()
  }
}
