import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the room small that V8 has for what is soon garbage. A restore makes much of it at once, and the room it is
 * given then would be kept for the rest of the day.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
