import { ByteReader } from "../webauthn/byte-reader"
import { readBase64, toBase64url } from "../webauthn/base64"
import type { Rows } from "../rows/rows"
import type { Ceremony } from "../recording/ceremony"
import { evidenceOf } from "./evidence"
import { readCoseKey, type CoseKey } from "./read-cose-key"

/** What this browser knows of a credential besides the response. */
export type StoredCredential = {
  /** The public key, and in which words to say where it is from. */
  publicKey?: { key: CoseKey; from: string }
  /** The signature counter before the ceremony. */
  signCount?: number
  /** Whether the reader's rows have the credential; `undefined` where there are no rows to look at. */
  hasRow?: boolean
}

/**
 * Finds what a server would find in its database, as far as it can be known here: in the reader's own
 * rows, and in what this tab has recorded before.
 *
 * @param credentialId base64url.
 * @param rows The rows as they are now: their counter is the one that the ceremony has left.
 */
export async function storedCredential(
  credentialId: string,
  rows: Rows | null,
  earlier: readonly Ceremony[],
): Promise<StoredCredential> {
  const row = rows?.Authenticator.find(
    ({ credentialID }) => toBase64url(readBase64(String(credentialID))) === credentialId,
  )
  const evidence = await Promise.all(
    earlier.filter(({ outcome }) => outcome.state === "succeeded").map(evidenceOf),
  )
  const uses = evidence.filter((use) => use?.credentialId === credentialId)
  const registered = uses.find((use) => use?.authenticatorData.credential)
  const publicKey = row
    ? { key: keyOf(String(row.credentialPublicKey)), from: "your row in the table Authenticator" }
    : registered?.authenticatorData.credential && {
        key: registered.authenticatorData.credential.publicKey,
        from: "the registration that this tab recorded",
      }
  // A counter that is 0 now has always been: a server lets none fall.
  const signCount = uses[0]?.authenticatorData.signCount ?? (row?.counter === 0 ? 0 : undefined)
  return {
    ...(publicKey && { publicKey }),
    ...(signCount !== undefined && { signCount }),
    ...(rows && { hasRow: row !== undefined }),
  }
}

/** Auth.js stores the COSE key as base64. */
const keyOf = (base64: string) => readCoseKey(new ByteReader(readBase64(base64)))
