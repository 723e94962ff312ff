import { setTimeout as wait } from "node:timers/promises"

/**
 * Asks for a page of the guide again and again, without a database behind it.
 *
 * @returns What ends it, and returns the longest time in milliseconds that an answer took.
 */
export function watchPage(origin: string, path = "/install"): () => Promise<number> {
  let longestMs = 0
  let watching = true
  const done = (async () => {
    while (watching) {
      const start = performance.now()
      await fetch(origin + path).then(
        (page) => page.arrayBuffer(),
        // The process is down. What counts is how long one that runs takes.
        () => {},
      )
      longestMs = Math.max(longestMs, performance.now() - start)
      await wait(20)
    }
  })()
  return async () => {
    watching = false
    await done
    return longestMs
  }
}
