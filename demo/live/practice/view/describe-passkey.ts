import type { PracticePasskey } from "../practice-passkey"

/** What tells one passkey from another, in a line: `ES256 · made 22 Nov, 15:02 · counter 3`. */
export function describePasskey({ algorithm, createdAt, counts, signCount }: PracticePasskey) {
  const made = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(createdAt)
  return [
    algorithm === -7 ? "ES256" : "RS256",
    `made ${made}`,
    ...(counts ? [`counter ${signCount}`] : []),
  ].join(" · ")
}
