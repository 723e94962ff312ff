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

const parties = {
  options: ["Page", "Auth.js"],
  authenticator: ["Page", "authenticator"],
  verification: ["Page", "Auth.js"],
  session: ["Page", "Auth.js"],
} as const

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
}

/** What happened in a ceremony, in order: its steps, and the cookie that the first answer sets. */
export function timelineRows({ kind, steps, outcome }: Ceremony): TimelineRow[] {
  return steps.flatMap((step): TimelineRow[] => {
    const { what, start, duration } = step
    const [from, to] = parties[what]
    const failed = outcome.state === "failed" && outcome.at === what
    const row: TimelineRow = {
      id: what,
      label: labels[what],
      title: titles[kind][what],
      from,
      to,
      start,
      ...(duration !== undefined && { duration }),
      state: failed ? "failed" : duration === undefined ? "running" : "done",
    }
    return what === "options" && setsChallenge(step) ? [row, cookieRow(row)] : [row]
  })
}

const setsChallenge = ({ answer }: RecordedExchange) =>
  !!answer?.setCookies.some((cookie) => cookie.includes("authjs.challenge=(hidden)"))

const cookieRow = ({ start, duration = 0 }: TimelineRow): TimelineRow => ({
  id: "cookie",
  label: "Cookie",
  title: "Stores the challenge in a cookie",
  from: "Auth.js",
  to: "browser",
  start: start + duration,
  state: "done",
})
