import { decodeAttestationObject } from "./attestation-object"
import { decodeAuthenticatorData } from "./authenticator-data"
import { decodeClientData } from "./client-data"
import { showAlgorithm } from "./cose-algorithms"
import { bytesField, credentialField, unlessSame } from "./credential-members"
import type { Field } from "./field"
import { memberOf, type JsonItem } from "./json"
import { memberField } from "./json-member"
import { transports } from "./option-values"
import { decodePublicKeyInfo } from "./public-key-info"
import { webauthn } from "./specification"

const easy = webauthn("sctn-public-key-easy")

/** RegistrationResponseJSON: what the page posts after `navigator.credentials.create()`. WebAuthn L3 §5.1 and §5.2.1. */
export function registrationResponse(item: JsonItem): Field[] {
  const response = memberOf(item, "response") ?? item
  const clientData = bytesField(
    {
      name: "clientDataJSON",
      explanation: "What the browser says about the ceremony.",
      specification: webauthn("iface-authenticatorresponse"),
    },
    memberOf(response, "clientDataJSON"),
    decodeClientData,
  )
  const attestation = bytesField(
    {
      name: "attestationObject",
      explanation: "What the authenticator says: the new credential, and evidence about itself.",
      specification: webauthn("iface-authenticatorattestationresponse"),
    },
    memberOf(response, "attestationObject"),
    decodeAttestationObject,
  )
  const fields = [required(clientData), required(attestation), ...repeated(response, attestation)]
  return response === item ? fields : [credentialField("credential", item), ...fields]
}

/** What is in the attestation object already, for pages that have no CBOR. WebAuthn L3 §5.2.1.1. */
function repeated(response: JsonItem, attestation: Field): Field[] {
  const authenticatorData = memberOf(response, "authenticatorData")
  const publicKey = memberOf(response, "publicKey")
  const algorithm = memberOf(response, "publicKeyAlgorithm")
  const transportList = memberOf(response, "transports")
  const fields: Field[] = []
  if (transportList) fields.push(memberField(transports, transportList))
  if (authenticatorData)
    fields.push(
      unlessSame(
        bytesField(
          {
            name: "authenticatorData",
            explanation: "The authenticator data again, without the attestation around it.",
            specification: easy,
          },
          authenticatorData,
          decodeAuthenticatorData,
        ),
        dataIn(attestation),
        "attestationObject",
      ),
    )
  if (algorithm) {
    const about = { name: "publicKeyAlgorithm", type: "number" as const, specification: easy }
    const field = memberField({ ...about, explanation: "The algorithm of the new key." }, algorithm)
    if (algorithm.type === "number") field.value = showAlgorithm(algorithm.value)
    fields.push(field)
  }
  if (publicKey && publicKey.type !== "null")
    fields.push(
      bytesField(
        {
          name: "publicKey",
          explanation: "The new public key again, as SubjectPublicKeyInfo.",
          specification: easy,
        },
        publicKey,
        decodePublicKeyInfo,
      ),
    )
  return fields
}

function dataIn(attestation: Field): Uint8Array | undefined {
  const data = attestation.children?.find(({ name }) => name === "authData")
  const [first, ...rest] = (data?.children ?? []).flatMap(({ range }) => (range ? [range] : []))
  const last = rest.at(-1)
  return first && last && attestation.bytes?.subarray(first[0], last[1])
}

/** A response is none without these. */
export const required = (field: Field): Field =>
  field.absent
    ? { ...field, problem: { in: "text", offset: 0, reason: `${field.name} is missing.` } }
    : field
