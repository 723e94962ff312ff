import type { PasskeyDetails } from "./passkeys-answer"
import { kindOf } from "./passkey-title"

/** Drawn in a square of 24 units, with lines. */
const paths = {
  synced:
    "M7 18a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.7-1.2A4.6 4.6 0 0 1 17 18Z",
  "security-key": "M3 8h13v8H3ZM16 10h5v4h-5M8 12a1 1 0 1 0 .01 0",
  phone: "M7 3h10v18H7ZM11 18h2",
  computer: "M5 5h14v10H5ZM3 19h18",
}

/** What kind of authenticator keeps a passkey. It's only decoration. */
export function PasskeyIcon({ passkey }: { passkey: PasskeyDetails }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={24}
      height={24}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={paths[kindOf(passkey)]} />
    </svg>
  )
}
