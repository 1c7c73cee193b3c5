/** Says what is being measured, to whoever waits for it. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
