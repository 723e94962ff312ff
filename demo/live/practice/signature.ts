import { derInteger, derSequence } from "../webauthn/der-writing"
import type { Bytes } from "./bytes"
import type { PracticeAlgorithm } from "./practice-passkey"

/**
 * Signs as authenticators do: WebCrypto's ECDSA gives r and s side by side, WebAuthn wants them in
 * DER (WebAuthn L3 §6.5.5).
 */
export async function signatureOf(
  { algorithm, privateKey }: { algorithm: PracticeAlgorithm; privateKey: CryptoKey },
  data: Bytes,
): Promise<Bytes> {
  if (algorithm === -257)
    return new Uint8Array(await crypto.subtle.sign("RSASSA-PKCS1-v1_5", privateKey, data))
  const pair = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, data)
  const [r, s] = [new Uint8Array(pair, 0, 32), new Uint8Array(pair, 32)]
  return new Uint8Array(derSequence(derInteger(r), derInteger(s)))
}
