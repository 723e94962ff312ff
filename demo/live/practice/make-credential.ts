import { encodeCBOR, type CBORType } from "@levischuck/tiny-cbor"
import { toBase64url } from "../webauthn/base64"
import { notAllowed, type PracticeAuthenticator } from "./authenticator"
import { attestedCredentialData, authenticatorData } from "./authenticator-data"
import { concatenate, type Bytes } from "./bytes"
import { makeKeyPair } from "./key-pair"
import type { PracticeAlgorithm, PracticePasskey } from "./practice-passkey"
import type { PracticeSettings } from "./practice-settings"
import { signatureOf } from "./signature"

export type MakeCredential = {
  clientDataHash: Bytes
  rpId: string
  user: { id: Bytes; name: string; displayName: string }
  discoverable: boolean
  userVerified: boolean
  /** COSE algorithm identifiers, the preferred first. */
  algorithms: number[]
  /** Credential ids, base64url. */
  excluded: string[]
  attestation: boolean
  signal: AbortSignal
}

/**
 * `authenticatorMakeCredential`. WebAuthn L3 §6.3.2.
 *
 * @throws {DOMException} `NotSupportedError` when it knows none of the algorithms;
 *   `InvalidStateError` when it holds an excluded credential and the person agrees to say so;
 *   `NotAllowedError` when they do not.
 */
export async function makeCredential(
  { store, settings, prompt }: PracticeAuthenticator,
  { rpId, user, algorithms, userVerified, ...request }: MakeCredential,
) {
  const { counter, backup, ...setting } = settings()
  const algorithm = algorithms.find((alg) => known[setting.algorithms].includes(alg))
  if (algorithm === undefined)
    throw new DOMException("None of the algorithms is supported.", "NotSupportedError")

  const { name: userName, displayName } = user
  const held = (await store.all()).filter((passkey) => passkey.rpId === rpId)
  const confirmed = await prompt.confirm(
    { rpId, userName, displayName, userVerified },
    request.signal,
  )
  request.signal.throwIfAborted()
  if (!confirmed) throw notAllowed()
  if (held.some(({ id }) => request.excluded.includes(id)))
    throw new DOMException("The authenticator has an excluded credential.", "InvalidStateError")

  const keys = await makeKeyPair(algorithm as PracticeAlgorithm)
  const credentialId = crypto.getRandomValues(new Uint8Array(32))
  const passkey: PracticePasskey = {
    id: toBase64url(credentialId),
    rpId,
    userHandle: user.id,
    userName,
    displayName,
    algorithm: algorithm as PracticeAlgorithm,
    privateKey: keys.privateKey,
    discoverable: request.discoverable,
    backupEligible: backup !== "not-eligible",
    counts: counter === "counting",
    signCount: 0,
    createdAt: Date.now(),
  }
  const data = await authenticatorData(
    rpId,
    {
      userVerified,
      backupEligible: passkey.backupEligible,
      backupState: backup === "backed-up",
    },
    0,
    attestedCredentialData(credentialId, keys.coseKey),
  )
  const statement = request.attestation
    ? await selfAttestation(passkey, data, request.clientDataHash)
    : none
  request.signal.throwIfAborted()

  // One discoverable credential for each account: the new one takes the place of the old.
  for (const other of held)
    if (passkey.discoverable && toBase64url(other.userHandle) === toBase64url(user.id))
      await store.delete(other.id)
  await store.put(passkey)
  return {
    passkey,
    spki: keys.spki,
    authenticatorData: data,
    // In the order of CTAP2 canonical CBOR: shorter keys first.
    attestationObject: new Uint8Array(
      encodeCBOR(new Map<string, CBORType>([...statement, ["authData", data]])),
    ),
  }
}

const known: Record<PracticeSettings["algorithms"], number[]> = {
  both: [-7, -257],
  ES256: [-7],
  RS256: [-257],
}

/** WebAuthn L3 §8.7. */
const none: [string, CBORType][] = [
  ["fmt", "none"],
  ["attStmt", new Map()],
]

/** The format packed, signed by the new key itself. WebAuthn L3 §8.2. */
async function selfAttestation(
  passkey: PracticePasskey,
  data: Bytes,
  clientDataHash: Bytes,
): Promise<[string, CBORType][]> {
  const sig = await signatureOf(passkey, concatenate(data, clientDataHash))
  return [
    ["fmt", "packed"],
    [
      "attStmt",
      new Map<string, CBORType>([
        ["alg", passkey.algorithm],
        ["sig", sig],
      ]),
    ],
  ]
}
