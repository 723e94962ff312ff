import { notAllowed, type PracticeAuthenticator } from "./authenticator"
import { authenticatorData } from "./authenticator-data"
import { concatenate, type Bytes } from "./bytes"
import { signatureOf } from "./signature"

export type GetAssertion = {
  clientDataHash: Bytes
  rpId: string
  /** Credential ids, base64url. `undefined` means any discoverable one. */
  allowed: string[] | undefined
  userVerified: boolean
  signal: AbortSignal
}

/**
 * `authenticatorGetAssertion`. WebAuthn L3 §6.3.3.
 *
 * @throws {DOMException} `NotAllowedError` when no credential fits, or the person cancels.
 */
export async function getAssertion(
  { store, settings, prompt }: PracticeAuthenticator,
  { rpId, allowed, userVerified, clientDataHash, signal }: GetAssertion,
) {
  const held = (await store.all()).filter((passkey) => passkey.rpId === rpId)
  const passkeys = allowed
    ? held.filter(({ id }) => allowed.includes(id))
    : held.filter(({ discoverable }) => discoverable)
  if (passkeys.length === 0) {
    await prompt.tell({ rpId, why: "no-passkey" }, signal)
    throw notAllowed()
  }
  const chosen = await prompt.choose({ rpId, passkeys, userVerified }, signal)
  signal.throwIfAborted()
  if (!chosen) throw notAllowed()

  const passkey = await store.update(chosen.id, (passkey) => ({
    ...passkey,
    signCount: passkey.counts ? passkey.signCount + 1 : 0,
  }))
  const data = await authenticatorData(
    rpId,
    {
      userVerified,
      backupEligible: passkey.backupEligible,
      backupState: settings().backup === "backed-up",
    },
    passkey.signCount,
  )
  return {
    passkey,
    authenticatorData: data,
    signature: await signatureOf(passkey, concatenate(data, clientDataHash)),
  }
}
