import type {
  Authenticator,
  WebAuthnCredential,
} from "../generated/prisma/client"

export type Plan = {
  /** The rows that are missing in `WebAuthnCredential`. */
  rows: WebAuthnCredential[]
  /** Why nothing may be written. */
  problems: string[]
}

/** Auth.js stores base64. SimpleWebAuthn expects base64url. */
export const toBase64url = (base64: string) =>
  base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

/** A passkey as the server stores it. */
export const toCredential = (
  row: Authenticator,
): WebAuthnCredential => ({
  id: toBase64url(row.credentialID),
  userId: row.userId,
  publicKey: toBase64url(row.credentialPublicKey),
  counter: row.counter,
  deviceType: row.credentialDeviceType,
  backedUp: row.credentialBackedUp,
  transports: row.transports,
  // The server sets it for its own. So `null` marks what was moved.
  createdAt: null,
})

/** Compares both tables. Writes nothing. */
export function planMove(
  authenticators: Authenticator[],
  credentials: WebAuthnCredential[],
): Plan {
  const there = new Map(credentials.map((row) => [row.id, row]))
  const all = authenticators.map(toCredential)
  const ids = all.map(({ id }) => id)
  const firstOf = new Map(
    ids.map((id, i) => [id, i] as const).reverse(),
  )
  const isOther = (row: WebAuthnCredential) => {
    const same = there.get(row.id)
    return (
      same !== undefined &&
      (same.userId !== row.userId || same.publicKey !== row.publicKey)
    )
  }
  const rows = all.filter(({ id }) => !there.has(id))
  const isInUse = credentials.some(
    ({ createdAt }) => createdAt !== null,
  )
  return {
    rows,
    problems: [
      list(
        "Not base64. Credential id:",
        ids.filter((id) => !/^[\w-]+$/.test(id)),
      ),
      list(
        "The same in base64url. Credential id:",
        ids.filter((id, i) => firstOf.get(id) !== i),
      ),
      list(
        "In WebAuthnCredential with another user or key. Id:",
        all.filter(isOther).map(({ id }) => id),
      ),
      isInUse && rows.length > 0
        ? [
            "The new server is in use. Another move would bring back passkeys that people have removed since.",
          ]
        : [],
    ].flat(),
  }
}

/** At most five of them, and how many there are. */
export const list = (text: string, ids: string[]): string[] => {
  if (ids.length === 0) return []
  const more = ids.length > 5 ? `, … (${ids.length} in all)` : ""
  return [`${text} ${ids.slice(0, 5).join(", ")}${more}`]
}
