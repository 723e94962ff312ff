import type { PasskeyDetails } from "./passkeys-answer"

type Kind = "synced" | "security-key" | "phone" | "computer"

/** What keeps a passkey, as far as it says. */
export function kindOf({ isSynced, transports }: PasskeyDetails): Kind {
  if (isSynced) return "synced"
  if (transports.includes("internal")) return "computer"
  return transports.includes("hybrid") ? "phone" : "security-key"
}

const kindNames: Record<Kind, string> = {
  synced: "Synced passkey",
  "security-key": "Security key",
  phone: "Passkey on a phone",
  computer: "Passkey of a device",
}

/** The name that its owner chose, or else what is known of it. */
export const titleOf = (passkey: PasskeyDetails): string =>
  passkey.name ?? passkey.provider ?? kindNames[kindOf(passkey)]
