import { relyingParties } from "@/passkeys/relying-party"

/**
 * Browsers ask the RP ID's host which other origins may use its
 * passkeys: WebAuthn L3 §5.11.
 */
export function GET() {
  const origins = relyingParties
    .map(({ origin }) => origin)
    .filter((origin) => origin.startsWith("https:"))
  return Response.json({ origins })
}
