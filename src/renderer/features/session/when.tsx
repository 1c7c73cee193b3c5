import { useWhen } from '../../hooks/use-when.ts'

/** The time of something, as people name it; refreshes itself. */
export function When({ at }: { readonly at: number }) {
  return <>{useWhen(at)}</>
}
