import type {
  Authenticator,
  Prisma,
  User,
  WebAuthnCredential,
} from "../generated/prisma/client"

/** A new row. The columns of extras, if you have them, stay empty. */
type NewAuthenticator = Prisma.AuthenticatorCreateManyInput

/** Your row. The key may be bytes, or base64url. */
export type Credential = Omit<
  WebAuthnCredential,
  "publicKey" | "createdAt"
> & { publicKey: string | Uint8Array }

export type Plan = {
  /** The rows that are missing in `Authenticator`. */
  rows: NewAuthenticator[]
  /** Why nothing may be written. */
  problems: string[]
}

/** Auth.js stores base64, with padding. */
export const toBase64 = (value: string | Uint8Array) =>
  (typeof value === "string"
    ? Buffer.from(value, "base64url")
    : Buffer.from(value)
  ).toString("base64")

const isBase64url = (value: string | Uint8Array) =>
  typeof value !== "string" ||
  (/^[\w-]+$/.test(value) && value.length % 4 !== 1)

/** A passkey as Auth.js stores it. */
export const toAuthenticator = (row: Credential): NewAuthenticator => ({
  credentialID: toBase64(row.id),
  userId: row.userId,
  providerAccountId: toBase64(row.id),
  credentialPublicKey: toBase64(row.publicKey),
  counter: row.counter,
  credentialDeviceType: row.deviceType,
  credentialBackedUp: row.backedUp,
  transports: row.transports || null,
})

/** Compares the tables. Writes nothing. */
export function planMove(
  credentials: Credential[],
  authenticators: Authenticator[],
  users: Pick<User, "id" | "email">[],
  accounts: { providerAccountId: string; userId: string }[],
): Plan {
  const there = new Map(
    authenticators.map((row) => [row.credentialID, row]),
  )
  const ownerOf = new Map(
    accounts.map((row) => [row.providerAccountId, row.userId]),
  )
  const emails = new Map(users.map(({ id, email }) => [id, email]))
  const all = credentials.map(toAuthenticator)
  const isOther = (row: NewAuthenticator) => {
    const same = there.get(row.credentialID)
    const owner = ownerOf.get(row.credentialID) ?? row.userId
    const key = same?.credentialPublicKey ?? row.credentialPublicKey
    return (
      owner !== row.userId ||
      (same?.userId ?? row.userId) !== row.userId ||
      key !== row.credentialPublicKey
    )
  }
  const withoutAddress = credentials.filter(
    ({ userId }) => !emails.get(userId),
  )
  const unreadable = credentials.filter(
    ({ id, publicKey }) => !isBase64url(id) || !isBase64url(publicKey),
  )
  return {
    rows: all.filter(({ credentialID }) => !there.has(credentialID)),
    problems: [
      list(
        "No e-mail address, which Auth.js needs. User:",
        withoutAddress.map(({ userId }) => userId),
      ),
      list(
        "Not base64url. Id:",
        unreadable.map(({ id }) => id),
      ),
      list(
        "In Authenticator or Account with another user or key. Credential id:",
        all.filter(isOther).map(({ credentialID }) => credentialID),
      ),
    ].flat(),
  }
}

/** At most five of them, and how many there are. */
export const list = (text: string, ids: string[]): string[] => {
  if (ids.length === 0) return []
  const more = ids.length > 5 ? `, … (${ids.length} in all)` : ""
  return [`${text} ${ids.slice(0, 5).join(", ")}${more}`]
}
