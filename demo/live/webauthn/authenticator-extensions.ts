import type { ByteReader } from "./byte-reader"
import { readCborMap } from "./cbor"
import { cborField } from "./cbor-field"
import type { Field } from "./field"
import { ctap, ctap22, webauthn, type Reference } from "./specification"

const known = new Map<string, [explanation: string, specification: Reference]>(
  Object.entries({
    credProtect: [
      "When the authenticator reveals the credential: 1 always, 2 only with its id or after user verification, 3 only after user verification.",
      ctap("12.1"),
    ],
    credBlob: [
      "At registration: whether the few bytes were stored with the credential. At sign-in: those bytes.",
      ctap("12.2"),
    ],
    largeBlobKey: [
      "The key that the client encrypts the credential's large blob with.",
      ctap("12.3"),
    ],
    minPinLength: ["The shortest PIN that this authenticator accepts.", ctap("12.4")],
    "hmac-secret": [
      "At registration: whether the credential can provide secrets. At sign-in: the secrets, encrypted. The extension prf is based on it.",
      ctap("12.5"),
    ],
    "hmac-secret-mc": ["Secrets of the new credential, encrypted.", ctap22],
    thirdPartyPayment: ["Whether other sites may use the credential in payments.", ctap22],
  }),
)

/**
 * The extension outputs of the authenticator, at the end of its data. WebAuthn L3 §5.7.4 and §6.1.
 *
 * @throws {DecodeError} When they are no CBOR map.
 */
export function decodeAuthenticatorExtensions(reader: ByteReader, fields: Field[]): void {
  const specification = webauthn("iface-authentication-extensions-authenticator-outputs")
  const field: Field = {
    name: "extensions",
    explanation: "The authenticator's response to the requested extensions.",
    specification,
    children: [],
  }
  fields.push(field)
  const start = reader.offset
  for (const [name, item] of readCborMap(reader, "The extension data")) {
    const [explanation, reference] = known.get(String(name.value)) ?? [
      "An extension that this page doesn't know.",
      specification,
    ]
    const about = { name: String(name.value), explanation, specification: reference }
    field.children?.push(cborField(about, item))
  }
  field.range = [start, reader.offset]
}
