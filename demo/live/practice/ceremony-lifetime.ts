import { notAllowed } from "./authenticator"

/** Milliseconds. WebAuthn L3 §15.1 recommends 5 to 10 minutes where users verify themselves. */
const defaultTimeoutMs = 300_000
const maxTimeoutMs = 600_000

/**
 * Runs a ceremony for as long as it may take.
 *
 * @throws {DOMException} `NotAllowedError` when the time is over; or the signal's reason, at once,
 *   when the page aborts it.
 */
export async function withinLifetime<Result>(
  {
    signal,
    timeout = defaultTimeoutMs,
  }: { signal?: AbortSignal | undefined; timeout?: number | undefined },
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted()
  const lifetime = new AbortController()
  const timer = setTimeout(() => lifetime.abort(notAllowed()), Math.min(timeout, maxTimeoutMs))
  const abort = () => lifetime.abort(signal?.reason)
  signal?.addEventListener("abort", abort)
  const over = new Promise<never>((_, reject) =>
    lifetime.signal.addEventListener("abort", () => reject(lifetime.signal.reason)),
  )
  try {
    return await Promise.race([run(lifetime.signal), over])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", abort)
  }
}
