import { authenticatorData } from "../practice/authenticator-data"
import { concatenate, sha256, type Bytes } from "../practice/bytes"
import { clientData } from "../practice/client-data"
import { authenticationCredential } from "../practice/practice-credential"
import type { PracticePasskey } from "../practice/practice-passkey"
import { signatureOf } from "../practice/signature"
import { readBase64 } from "../webauthn/base64"

/** What a client and an authenticator say in a response, all of which can be false. */
export type Statement = {
  /** base64url. */
  challenge: string
  origin: string
  rpId: string
  userVerified: boolean
  signCount: number
  /** base64url. By default that of the passkey that signs. */
  credentialId?: string
  /** Changes the authenticator data after it was signed. */
  changeData?: (data: Bytes) => void
  changeSignature?: (signature: Bytes) => void
}

/**
 * The response of a sign-in, as `AuthenticationResponseJSON` (WebAuthn L3 §5.1): signed by the passkey,
 * whatever it says. A browser and an authenticator that keep to the specification would not make it.
 */
export async function assertion(passkey: PracticePasskey, statement: Statement) {
  const { challenge, origin, rpId, userVerified, signCount } = statement
  const clientDataJSON = clientData("webauthn.get", new Uint8Array(readBase64(challenge)), origin)
  const { backupEligible } = passkey
  const flags = { userVerified, backupEligible, backupState: backupEligible }
  const data = await authenticatorData(rpId, flags, signCount)
  const signature = await signatureOf(passkey, concatenate(data, await sha256(clientDataJSON)))
  statement.changeData?.(data)
  statement.changeSignature?.(signature)
  return authenticationCredential({
    id: statement.credentialId ?? passkey.id,
    userHandle: passkey.userHandle,
    clientDataJSON,
    authenticatorData: data,
    signature,
  }).toJSON()
}
