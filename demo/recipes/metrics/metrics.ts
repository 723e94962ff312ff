import {
  collectDefaultMetrics,
  Counter,
  Histogram,
  register,
} from "prom-client"
import type { RequestLine } from "@/request-log"

const outcome = ["step", "action", "outcome"] as const

/**
 * The metric of a name. Next.js may load this module more than once in
 * a process, and Prometheus' registry has each name once.
 */
function once<Metric>(name: string, make: (name: string) => Metric) {
  return (
    (register.getSingleMetric(name) as Metric | undefined) ?? make(name)
  )
}

const requests = once(
  "passkeys_requests_total",
  (name) =>
    new Counter({
      name,
      help: "Requests of passkey ceremonies.",
      labelNames: [...outcome, "error"] as const,
    }),
)

const durations = once(
  "passkeys_request_duration_seconds",
  (name) =>
    new Histogram({
      name,
      help: "How long a request of a passkey ceremony took.",
      labelNames: outcome,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    }),
)

// Memory, processor time, and how busy the process is.
once("process_cpu_user_seconds_total", () => collectDefaultMetrics())

/** Counts a request of a ceremony, from its line in the log. */
export function countRequest(line: RequestLine): void {
  const { step, action, outcome } = line
  const labels = { step, action, outcome }
  durations.observe(labels, line.ms / 1_000)
  // Only the first name. Each further one would be another series.
  const error = line.error?.split(" ", 1)[0] ?? ""
  requests.inc({ ...labels, error })
}
