/** What the benchmark tells the simulator, which runs in a process of its own. */
export type Order =
  | { readonly do: 'scan'; readonly qr: string; readonly number: string }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'look' }

export interface Look {
  /** Milliseconds since 1970: when the order was taken up. */
  readonly at: number
  /** Connections that are open, and those of them that have logged in. */
  readonly live: number
  readonly online: number
}
