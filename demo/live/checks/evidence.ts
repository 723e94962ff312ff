import { readBase64 } from "../webauthn/base64"
import { readUtf8 } from "../webauthn/utf8"
import type { Ceremony, RecordedPrompt } from "../recording/ceremony"
import { readAttestationObject, type Attestation } from "./read-attestation-object"
import { readAuthenticatorData, type AuthenticatorData } from "./read-authenticator-data"

type Bytes = Uint8Array<ArrayBuffer>

/** The parts of `RegistrationResponseJSON` and `AuthenticationResponseJSON` that are checked. */
type ResponseJson = {
  id: string
  response: {
    clientDataJSON: string
    attestationObject?: string
    authenticatorData?: string
    signature?: string
  }
}

/** What a ceremony has to show: what was asked for, and what was answered. */
export type Evidence = {
  options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON
  /** base64url. */
  credentialId: string
  clientData: { type?: unknown; challenge?: unknown; origin?: unknown }
  authenticatorData: AuthenticatorData
  /** What signatures are over: the authenticator data, followed by SHA-256 of the client data. */
  signed: Bytes
  attestation?: Attestation
  signature?: Bytes
}

/**
 * Reads what a recorded ceremony has to show.
 *
 * @returns Nothing before the authenticator has answered.
 * @throws {DecodeError} When the answer is no answer of an authenticator.
 */
export async function evidenceOf({ steps }: Ceremony): Promise<Evidence | undefined> {
  const prompt = steps.find((step): step is RecordedPrompt => step.what === "authenticator")
  if (!prompt?.response) return undefined
  const { publicKey } = prompt.options as { publicKey: Evidence["options"] }
  const { id, response } = prompt.response as ResponseJson
  const clientData = readBase64(response.clientDataJSON)
  const attestation = response.attestationObject
    ? readAttestationObject(readBase64(response.attestationObject))
    : undefined
  const data = attestation?.authenticatorData ?? readBase64(response.authenticatorData ?? "")
  const hash = await crypto.subtle.digest("SHA-256", clientData as Bytes)
  return {
    options: publicKey,
    credentialId: id,
    clientData: JSON.parse(readUtf8(clientData, 0, clientData.length, "clientDataJSON")),
    authenticatorData: readAuthenticatorData(data),
    signed: Uint8Array.of(...data, ...new Uint8Array(hash)),
    ...(attestation && { attestation }),
    ...(response.signature && { signature: readBase64(response.signature) as Bytes }),
  }
}
