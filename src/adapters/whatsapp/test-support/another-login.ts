import { expect } from 'vitest'
import type { DeviceHandle } from '../../../simulator/service/device-handle.ts'
import type { Simulator } from '../../../simulator/server.ts'

/**
 * Ends a device's connection, and waits for its next login. What is shown does not tell the two apart: the first seconds
 * of a reconnection are not shown.
 *
 * @param end what ends it
 */
export async function anotherLogin(
  simulator: Simulator,
  device: () => DeviceHandle,
  end: () => void | Promise<void>,
): Promise<void> {
  const attempts = () => simulator.connections.attempts().length
  const before = attempts()
  await end()
  await expect.poll(attempts).toBeGreaterThan(before)
  await expect.poll(() => device().online).toBe(true)
}
