import type { WebAuthnConfig } from "next-auth/providers/webauthn"

/** Auth.js calls the relying party "relaying party". */
type RelyingParty = ReturnType<WebAuthnConfig["getRelayingParty"]>

const { hostname, origin } = new URL(
  process.env.AUTH_URL ?? "http://localhost:3000",
)

/** The relying party of `AUTH_URL`, and wherever no other is meant. */
const main: RelyingParty = {
  // While you develop, the page is on localhost, and the RP ID must be
  // too.
  id: hostname === "localhost" ? hostname : "example.com",
  name: "Example",
  origin,
}

/**
 * Every place where your passkeys may be used, and their RP ID there.
 * Nothing else is ever accepted.
 */
export const relyingParties: RelyingParty[] = [
  main,
  // A subdomain may use the RP ID of its domain.
  { ...main, origin: "https://app.example.com" },
  // Another domain may too, if /.well-known/webauthn lists it.
  { ...main, origin: "https://example.net" },
  // Your Android app, by the hash of its signing certificate.
  {
    ...main,
    origin:
      "android:apk-key-hash:7d1R0Ud9S3WGuNVyvJNlP_Ze2EUFsDNs3VNF1YtLAxc",
  },
]

/**
 * For `Passkey({ getRelayingParty })`. A response says in its client
 * data where it was made, which picks an entry of the list. SimpleWebAuthn
 * then compares the entry's origin and RP ID with the response: WebAuthn
 * L3 §7.1 step 9 and §7.2 step 12. Options are for the host that asks.
 */
export const getRelayingParty: WebAuthnConfig["getRelayingParty"] = (
  _options,
  { body, headers },
) => {
  const origin = originIn(body?.data) ?? originOfHost(headers)
  return relyingParties.find((one) => one.origin === origin) ?? main
}

/** The origin in a response's client data, if it's readable. */
function originIn(data: unknown): string | undefined {
  try {
    const { response } = JSON.parse(String(data))
    const clientData = Buffer.from(response.clientDataJSON, "base64url")
    return JSON.parse(String(clientData)).origin
  } catch {
    return undefined
  }
}

/** Only picks an entry of the list, because a client can send any host. */
const originOfHost = (headers: Record<string, string> = {}) =>
  `https://${headers["x-forwarded-host"] ?? headers.host}`
