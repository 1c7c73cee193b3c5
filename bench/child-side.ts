/** A measured process does not outlive the benchmark, however that ends. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(1))
}
