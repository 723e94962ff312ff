import { toBase64url } from "../webauthn/base64"
import type { Bytes } from "./bytes"

/**
 * What the client vouches for. WebAuthn L3 §5.8.1; in this order, and without white space, it is the
 * JSON-compatible serialization of §5.8.1.1.
 *
 * The site is never in a frame (its policy says `frame-ancestors 'none'`), hence `crossOrigin`.
 */
export function clientData(
  type: "webauthn.create" | "webauthn.get",
  challenge: Bytes,
  origin: string,
): Bytes {
  const collected = { type, challenge: toBase64url(challenge), origin, crossOrigin: false }
  return new TextEncoder().encode(JSON.stringify(collected))
}
