// @ts-check

/** How long, in milliseconds, a person may take over the prompt before nobody waits for them. */
const promptTimeoutMs = 60_000

/** The most ceremonies to remember, so that robots cannot fill the memory. */
const maxCeremonies = 10_000

const cookie = /(?:^|[;\s])(?:__Secure-)?authjs\.challenge=([^;]+)/

/**
 * The ceremonies that this process has begun (it made the options) and that have not come back: each
 * by its challenge cookie, which Auth.js sets with the options and reads with the answer.
 */
export class UnfinishedCeremonies {
  /** When each began, by `performance.now()`. A Map keeps its order: the oldest is the first. */
  #since = /** @type {Map<string, number>} */ (new Map())

  /**
   * Watches one exchange.
   *
   * @param {import("node:http").IncomingMessage} req
   * @param {import("node:http").ServerResponse} res
   */
  watch(req, res) {
    // Whatever is asked now, options or verification: the ceremony of this cookie ends with it.
    const before = cookie.exec(req.headers.cookie ?? "")?.[1]
    res.once("close", () => {
      if (before) this.#since.delete(before)
      for (const header of [res.getHeader("set-cookie") ?? []].flat()) {
        const after = cookie.exec(String(header))?.[1]
        if (after) this.#add(after)
      }
    })
  }

  /** How many are open. */
  get size() {
    this.#forgetExpired()
    return this.#since.size
  }

  /** @param {string} challenge */
  #add(challenge) {
    this.#forgetExpired()
    // Robots begin ceremonies and leave. The newest is the likeliest to have a person.
    const [oldest] = this.#since.keys()
    if (oldest !== undefined && this.#since.size >= maxCeremonies) this.#since.delete(oldest)
    this.#since.set(challenge, performance.now())
  }

  #forgetExpired() {
    for (const [challenge, since] of this.#since) {
      if (since >= performance.now() - promptTimeoutMs) return
      this.#since.delete(challenge)
    }
  }
}
