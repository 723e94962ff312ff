import { decodeAuthenticatorData } from "./authenticator-data"
import { ByteReader } from "./byte-reader"
import { decodeClientData } from "./client-data"
import { bytesField, credentialField } from "./credential-members"
import type { Field } from "./field"
import { memberOf, type JsonItem } from "./json"
import { memberField } from "./json-member"
import { required } from "./registration-response"
import { decodeSignature } from "./signature"
import { webauthn } from "./specification"

const specification = webauthn("iface-authenticatorassertionresponse")

/** AuthenticationResponseJSON: what the page posts after `navigator.credentials.get()`. WebAuthn L3 §5.1 and §5.2.2. */
export function authenticationResponse(item: JsonItem): Field[] {
  const response = memberOf(item, "response") ?? item
  const member = (
    name: string,
    explanation: string,
    decode: (reader: ByteReader, fields: Field[]) => void,
  ) => required(bytesField({ name, explanation, specification }, memberOf(response, name), decode))
  const userHandle = memberOf(response, "userHandle")
  const fields = [
    member("clientDataJSON", "What the browser says about the ceremony.", decodeClientData),
    member("authenticatorData", "What the authenticator says.", decodeAuthenticatorData),
    member(
      "signature",
      "What the private key signed: the authenticator data followed by the SHA-256 hash of clientDataJSON.",
      decodeSignature,
    ),
  ]
  if (userHandle)
    fields.push(
      memberField(
        {
          name: "userHandle",
          type: userHandle.type === "null" ? "null" : "base64url",
          explanation:
            "user.id from the registration options. Authenticators return it for discoverable credentials.",
          specification,
        },
        userHandle,
      ),
    )
  return response === item ? fields : [credentialField("credential", item), ...fields]
}
