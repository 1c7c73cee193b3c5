import type { Stage } from '../support/stage.ts'

/** Screens by their names, and the way there on a stage on which nothing has been started. */
export type Screens = Readonly<Record<string, (stage: Stage) => Promise<unknown>>>
