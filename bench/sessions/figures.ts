import { z } from 'zod'

/** What a measured process says of itself. */
export const figures = z.object({
  wallMs: z.number(),
  cpuMs: z.number(),
  /** Event-loop delay in milliseconds, sampled with a timer of 1 ms, which is part of it. */
  loopP50: z.number(),
  loopP99: z.number(),
  loopMax: z.number(),
  rssKb: z.number(),
  /** JavaScript's heap and what hangs from it. */
  heapKb: z.number(),
})
export type Figures = z.infer<typeof figures>

export const report = z.object({
  /** Milliseconds since 1970: when the last session came online. */
  onlineAt: z.number(),
  /** From the start until the first session came online, in milliseconds; 0 where none has. */
  firstMs: z.number(),
  /** Sessions that did not. */
  lost: z.number(),
  /** Sockets opened since the last report. */
  attempts: z.number(),
  /** Bare TCP connections made to see whether the server is there. */
  knocks: z.number(),
  /** Milliseconds since 1970: when the window first showed something else than *Conectado*; null where it never did. */
  toldAt: z.number().nullable(),
  figures,
})
export type Report = z.infer<typeof report>

/** What a measured process is to run. */
export const job = z.object({
  url: z.string(),
  /** Enlace's organizations, or a folder of Baileys' multi-file folders. */
  folder: z.string(),
  sessions: z.number(),
  /** How many of the folders before them are left to the other side; 0 for Enlace, which runs what it finds. */
  skip: z.number(),
  /** Whether its clock can be advanced. */
  steered: z.boolean(),
  /** Whether the folders are looked at again and again, as in the app. */
  watched: z.boolean(),
  vaultKey: z.string(),
})
export type Job = z.infer<typeof job>
