/** What Auth.js keeps in a column, in Prisma's types. */
type Column = {
  types: readonly string[]
  /** Whether Auth.js always writes a value, so that the column may be required. */
  isAlwaysSet: boolean
}

const text = { types: ["String"], isAlwaysSet: true }
const time = { types: ["DateTime"], isAlwaysSet: true }

/**
 * The columns that Auth.js 5 needs, by model (`AdapterUser` and the others in `@auth/core/adapters`). `id`
 * of a user is the database's to make: the adapter leaves it out of what it writes.
 */
export const tables: Record<string, Record<string, Column>> = {
  User: {
    id: { ...text, isAlwaysSet: false },
    email: text,
    emailVerified: { ...time, isAlwaysSet: false },
  },
  Account: { userId: text, type: text, provider: text, providerAccountId: text },
  Session: { sessionToken: text, userId: text, expires: time },
  VerificationToken: { identifier: text, token: text, expires: time },
  Authenticator: {
    credentialID: text,
    userId: text,
    providerAccountId: text,
    credentialPublicKey: text,
    counter: { types: ["Int", "BigInt"], isAlwaysSet: true },
    credentialDeviceType: text,
    credentialBackedUp: { types: ["Boolean"], isAlwaysSet: true },
    // An authenticator need not say its transports.
    transports: { ...text, isAlwaysSet: false },
  },
}

/** In characters. A credential id has up to 1,023 bytes (WebAuthn L3 §4), as base64. */
export const longestCredentialId = 1_364
/** An RS256 key with 2,048 bits as COSE, in base64. */
export const rsaPublicKeyLength = 364
