/** How a sign-in can end, as a page sees it, and as a reader may predict it. */
export const outcomes = {
  browser: "The browser refuses. Nothing is sent.",
  verification: "The server refuses with error=WebAuthnVerificationError.",
  configuration: "The server refuses with error=Configuration.",
  accepted: "It signs in.",
} as const

export type Outcome = keyof typeof outcomes
