import { ceremonies } from "./ceremonies"
import { isOffer, type Ceremony, type CeremonyOutcome, type RecordedStep } from "./ceremony"

type Begun<S> = S extends RecordedStep ? Omit<S, "start"> : never

/** What has become of a step. */
export type Ending = Partial<
  Pick<RecordedStep & { what: "options" }, "answer" | "error" | "request">
> & {
  response?: unknown
}

const following = {
  options: "authenticator",
  authenticator: "verification",
  verification: "session",
  session: undefined,
} as const

/** One ceremony while it goes on. Each thing that happens to it is put into `ceremonies`. */
export class Recording {
  private readonly began = performance.now()
  private ceremony: Ceremony

  constructor(kind: Ceremony["kind"]) {
    this.ceremony = {
      id: crypto.randomUUID(),
      kind,
      startedAt: Date.now(),
      steps: [],
      outcome: { state: "running" },
    }
  }

  /**
   * Whether a step may come now: each comes once, after the one before it went well. The prompt may
   * be missing, where nobody can look on.
   */
  expects(what: RecordedStep["what"]): boolean {
    if (this.ceremony.outcome.state !== "running") return false
    const last = this.ceremony.steps.at(-1)
    if (!last) return what === "options"
    if (last.duration === undefined) return false
    return following[last.what] === what || (last.what === "options" && what === "verification")
  }

  /** Whether the options of this ceremony have this challenge, base64url. */
  hasChallenge(challenge: string): boolean {
    const [options] = this.ceremony.steps
    return options?.what === "options" && !!options.answer?.body.includes(`"${challenge}"`)
  }

  /**
   * Notes that a step begins.
   *
   * @returns Notes how it ended: well, or with the reason why not.
   */
  begin(step: Begun<RecordedStep>, practice = false): (ending: Ending, failure?: string) => void {
    const index = this.ceremony.steps.length
    const start = performance.now() - this.began
    const begun: RecordedStep = { ...step, start }
    this.change({ steps: [...this.ceremony.steps, begun], ...(practice && { practice }) })
    return (ending, failure) => {
      // Another ceremony took its place: what becomes of it changes nothing any more.
      if (this.ceremony.outcome.state === "abandoned") return
      if (failure !== undefined && isOffer(this.ceremony)) return this.abandon()
      const duration = performance.now() - this.began - start
      const steps = this.ceremony.steps.with(index, {
        ...begun,
        ...ending,
        duration,
      } as RecordedStep)
      this.change({ steps, outcome: this.outcomeAfter(step.what, failure) })
    }
  }

  /** Notes that nothing more will come of it. An offer that nobody took is forgotten. */
  abandon() {
    if (this.ceremony.outcome.state !== "running") return
    const wasOffer = isOffer(this.ceremony)
    this.change({ outcome: { state: "abandoned" } })
    if (wasOffer) ceremonies.drop(this.ceremony)
  }

  private outcomeAfter(what: RecordedStep["what"], failure?: string): CeremonyOutcome {
    if (failure !== undefined) return { state: "failed", at: what, reason: failure }
    // A confirmation changes no session.
    const last = this.ceremony.kind === "confirmation" ? "verification" : "session"
    return what === last ? { state: "succeeded" } : this.ceremony.outcome
  }

  private change(change: Partial<Ceremony>) {
    this.ceremony = { ...this.ceremony, ...change }
    ceremonies.put(this.ceremony)
  }
}
