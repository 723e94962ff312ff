import type { Statement } from "./assertion"
import type { CaseName } from "./case-names"

/** The origin and the RP ID of a site that looks like this one. Nobody can have it: RFC 2606 §2. */
const lookAlike = "passkeys-guide.example"

/** The cases in which one response is false, and what is false in it. */
export const falseStatements = {
  "wrong-origin": { origin: `https://${lookAlike}` },
  "wrong-rp-id": { rpId: lookAlike },
  // The last byte belongs to the number s. The lowest bit keeps its length.
  "changed-signature": { changeSignature: (signature) => flip(signature, signature.length - 1, 1) },
  // The counter's last byte. WebAuthn L3 §6.1: 32 bytes of hash, one of flags, four of counter.
  "changed-authenticator-data": { changeData: (data) => flip(data, 36, 1) },
  "no-user-verification": { userVerified: false },
} satisfies Partial<Record<CaseName, Partial<Statement>>>

function flip(bytes: Uint8Array, index: number, bit: number) {
  bytes[index]! ^= bit
}
