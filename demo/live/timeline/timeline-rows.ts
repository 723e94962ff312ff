import type { Ceremony, RecordedExchange, RecordedStep } from "../recording/ceremony"

/** What the timeline shows as one thing that happened. */
export type TimelineRow = {
  id: RecordedStep["what"] | "cookie"
  /** One word, for where there is little room. */
  label: string
  title: string
  from: string
  to: string
  /** Milliseconds since the ceremony began. */
  start: number
  /** Milliseconds; absent where it takes no time of its own, or goes on. */
  duration?: number
  state: "done" | "running" | "failed"
}

/** Auth.js has no endpoint for confirmations: the app's own answers them. */
const serverOf = (kind: Ceremony["kind"]) => (kind === "confirmation" ? "Server" : "Auth.js")

const labels = {
  options: "Options",
  authenticator: "Authenticator",
  verification: "Response",
  session: "Session",
}

const titles = {
  registration: {
    options: "Requests options to register",
    authenticator: "Requests a new credential",
    verification: "Posts the response",
    session: "Requests the session",
  },
  authentication: {
    options: "Requests options to sign in",
    authenticator: "Requests a signature",
    verification: "Posts the response",
    session: "Requests the session",
  },
  confirmation: {
    options: "Requests options to confirm",
    authenticator: "Requests a signature",
    verification: "Sends the signature with the request",
    session: "Requests the session",
  },
}

/** What happened in a ceremony, in order: its steps, and the cookie that the first answer sets. */
export function timelineRows({ kind, steps, outcome }: Ceremony): TimelineRow[] {
  return steps.flatMap((step): TimelineRow[] => {
    const { what, start, duration } = step
    const server = serverOf(kind)
    const failed = outcome.state === "failed" && outcome.at === what
    const row: TimelineRow = {
      id: what,
      label: labels[what],
      title: titles[kind][what],
      from: "Page",
      to: what === "authenticator" ? "authenticator" : server,
      start,
      ...(duration !== undefined && { duration }),
      state: failed ? "failed" : duration === undefined ? "running" : "done",
    }
    return what === "options" && setsChallenge(step) ? [row, cookieRow(row, kind)] : [row]
  })
}

const setsChallenge = ({ answer }: RecordedExchange) =>
  !!answer?.setCookies.some((cookie) => /(authjs\.challenge|step-up)=\(hidden\)/.test(cookie))

const cookieRow = ({ start, duration = 0 }: TimelineRow, kind: Ceremony["kind"]): TimelineRow => ({
  id: "cookie",
  label: "Cookie",
  title:
    kind === "confirmation"
      ? "Binds the challenge to this browser"
      : "Stores the challenge in a cookie",
  from: serverOf(kind),
  to: "browser",
  start: start + duration,
  state: "done",
})
