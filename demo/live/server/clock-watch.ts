/** How far, in milliseconds, the time of day may drift from the timers before it counts as set. */
const driftMs = 60_000
/** For how long, in milliseconds, a clock that was set is not trusted: time enough to set it right. */
const distrustMs = 3_600_000

/**
 * Watches the clock of the machine.
 *
 * @returns What says, whenever it's asked, whether the clock can be trusted: nobody has set it forward
 *   or back since it was last asked, nor in the hour before.
 */
export function watchClock(): () => boolean {
  // The time of day when this process's timers were at 0. It stays the same until the clock is set.
  const origin = () => Date.now() - performance.now()
  let known = origin()
  let distrustedUntil = -Infinity
  return () => {
    const now = origin()
    if (Math.abs(now - known) > driftMs) {
      known = now
      distrustedUntil = performance.now() + distrustMs
    }
    return performance.now() >= distrustedUntil
  }
}
