/** What the lab breaks, in the order of the page. The order is part of shared links: add at the end. */
export const caseNames = [
  "wrong-origin",
  "wrong-rp-id",
  "expired-challenge",
  "challenge-of-another-tab",
  "replayed-response",
  "changed-signature",
  "changed-authenticator-data",
  "no-user-verification",
  "counter-going-back",
  "deleted-passkey",
  "someone-elses-passkey",
  "blocked-cookie",
  "frame-without-permission",
  "forgotten-passkey",
  "another-accounts-passkey",
] as const

export type CaseName = (typeof caseNames)[number]
