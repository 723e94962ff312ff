import type { Diagnosis } from "../finding"
import type { Input } from "../input"

let started: Promise<Worker> | undefined

/** Loads the parsers, once. Rejects where they can't be loaded, and can then be called again. */
export function startWorker(): Promise<Worker> {
  started ??= new Promise<Worker>((resolve, reject) => {
    // The server's build has this file too, and leaves the worker out because of this condition.
    if (typeof window !== "undefined") {
      const worker = new Worker(
        /* webpackChunkName: "doctor-worker" */ new URL("./doctor-worker.ts", import.meta.url),
      )
      worker.addEventListener("message", () => resolve(worker), { once: true })
      worker.addEventListener("error", () => {
        started = undefined
        reject(new Error("The parsers couldn't be loaded."))
      })
    }
  })
  return started
}

/**
 * Examines files in the worker.
 *
 * @throws {Error} When the parsers can't be loaded, or fail.
 */
export async function examine(input: Input): Promise<Diagnosis> {
  const worker = await startWorker()
  return new Promise((resolve, reject) => {
    const ended = new AbortController()
    const { signal } = ended
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<Diagnosis>) => {
        ended.abort()
        resolve(data)
      },
      { signal },
    )
    worker.addEventListener(
      "error",
      () => {
        ended.abort()
        reject(new Error("The doctor failed."))
      },
      { signal },
    )
    worker.postMessage(input)
  })
}
