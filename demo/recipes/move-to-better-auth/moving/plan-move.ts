import type {
  Authenticator,
  Passkey,
  User,
} from "../generated/prisma/client"

export type Plan = {
  /** The rows that are missing in `Passkey`. */
  rows: Passkey[]
  /** Why nothing may be written. */
  problems: string[]
  /** What you should know. It stops nothing. */
  notes: string[]
}

/** What the extra `passkey-details` adds to `Authenticator`. */
type Details = Pick<Passkey, "name" | "createdAt" | "aaguid">

/** Auth.js stores base64. Browsers send base64url without padding. */
export const toBase64url = (base64: string) =>
  base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

/** A passkey as Better Auth stores it. Its id marks it as moved. */
export function toPasskey(
  row: Authenticator & Partial<Details>,
): Passkey {
  const credentialID = toBase64url(row.credentialID)
  return {
    id: credentialID,
    name: row.name ?? null,
    publicKey: row.credentialPublicKey,
    userId: row.userId,
    credentialID,
    counter: Number(row.counter),
    deviceType: row.credentialDeviceType,
    backedUp: row.credentialBackedUp,
    transports: row.transports,
    createdAt: row.createdAt ?? null,
    aaguid: row.aaguid ?? null,
  }
}

/** Compares both tables. Writes nothing. */
export function planMove(
  authenticators: Authenticator[],
  passkeys: Passkey[],
  users: Pick<User, "id" | "name" | "email">[],
): Plan {
  const there = new Map(
    passkeys.map((passkey) => [passkey.credentialID, passkey]),
  )
  const all = authenticators.map(toPasskey)
  const ids = all.map(({ id }) => id)
  const firstOf = new Map(
    ids.map((id, i) => [id, i] as const).reverse(),
  )
  const repeated = ids.filter((id, i) => firstOf.get(id) !== i)
  const isOther = (row: Passkey) => {
    const same = there.get(row.credentialID)
    return (
      same !== undefined &&
      (same.userId !== row.userId || same.publicKey !== row.publicKey)
    )
  }
  const incomplete = users.filter(({ name, email }) => !name || !email)
  const mixedCase = users.filter(
    ({ email }) => email && email !== email.toLowerCase(),
  )
  return {
    rows: all.filter(({ credentialID }) => !there.has(credentialID)),
    problems: [
      list(
        "No name or no e-mail address. User:",
        incomplete.map(({ id }) => id),
      ),
      list(
        "Not base64. Credential id:",
        ids.filter((id) => !/^[\w-]+$/.test(id)),
      ),
      list("The same in base64url. Credential id:", repeated),
      list(
        "In Passkey with another user or key. Credential id:",
        all.filter(isOther).map(({ id }) => id),
      ),
    ].flat(),
    notes: list(
      "The e-mail address has capitals, and Better Auth looks for it in lower case. User:",
      mixedCase.map(({ id }) => id),
    ),
  }
}

/** At most five of them, and how many there are. */
export const list = (text: string, ids: string[]): string[] => {
  if (ids.length === 0) return []
  const more = ids.length > 5 ? `, … (${ids.length} in all)` : ""
  return [`${text} ${ids.slice(0, 5).join(", ")}${more}`]
}
