// @ts-check
import { Counter } from "prom-client"

/** Where demo/live/server/limits/early-refusal.ts leaves a function, once the demo is loaded. */
const key = Symbol.for("passkeys-guide.early-refusal")

/** They don't reach what counts and logs each request of a ceremony. */
const refused = new Counter({
  name: "guide_early_refusals_total",
  help: "Requests of ceremonies refused before Next.js, because their sender was over a limit.",
})

/** What is counted as a request of a ceremony. */
const ceremonyPath = /^\/api\/auth\/(webauthn-options|callback)\/passkey$/

/**
 * Why a request of a ceremony is refused whose sender is over a limit, as this process knows without asking
 * the database. Nothing for any other request.
 *
 * @param {import("node:http").IncomingMessage} req
 * @param {string} path Of the request, without its query.
 * @returns {{ error: string, retryAfter: number } | undefined}
 */
export function earlyRefusal(req, path) {
  if (!ceremonyPath.test(path)) return undefined
  const refusalOf =
    /** @type {Record<symbol, ((req: unknown) => ReturnType<typeof earlyRefusal>)>} */ (
      /** @type {unknown} */ (globalThis)
    )[key]
  const refusal = refusalOf?.(req)
  if (refusal) refused.inc()
  return refusal
}
