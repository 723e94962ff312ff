import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"

/** How long a person has to confirm, in milliseconds. */
export const stepUpTimeoutMs = 120_000

/** What a confirmation is for. It's of no use for anything else. */
export type StepUpScope = {
  /** Who is signed in. */
  userId: string
  /** What they want to do, such as `delete-account`. */
  deed: string
  /** A random value in a cookie of the browser that they use. */
  nonce: string
}

const randomLength = 16
const expiryLength = 8
const authenticatedLength = randomLength + expiryLength
const challengeLength = authenticatedLength + 32

/**
 * Creates a challenge, base64url: random bytes, when it expires, and a
 * code that only this server can compute for both and the scope. So the
 * server doesn't have to store it, and any of your servers can check
 * it. WebAuthn L3 §13.5.3 wants at least 16 random bytes.
 */
export function createStepUpChallenge(scope: StepUpScope): string {
  const expiry = Buffer.alloc(expiryLength)
  expiry.writeBigUInt64BE(BigInt(Date.now() + stepUpTimeoutMs))
  const authenticated = Buffer.concat([
    randomBytes(randomLength),
    expiry,
  ])
  return Buffer.concat([
    authenticated,
    codeOf(authenticated, scope),
  ]).toString("base64url")
}

/**
 * When a challenge expires, if this server created it for the scope and
 * it hasn't expired. Otherwise `undefined`.
 *
 * @param challenge base64url
 */
export function expiryOfStepUpChallenge(
  challenge: string,
  scope: StepUpScope,
): Date | undefined {
  const bytes = Buffer.from(challenge, "base64url")
  if (
    bytes.length !== challengeLength ||
    // Another spelling of the same bytes would be used a second time.
    bytes.toString("base64url") !== challenge
  )
    return undefined
  const authenticated = bytes.subarray(0, authenticatedLength)
  const code = bytes.subarray(authenticatedLength)
  if (!timingSafeEqual(code, codeOf(authenticated, scope)))
    return undefined
  const expiry = Number(authenticated.readBigUInt64BE(randomLength))
  return Date.now() < expiry ? new Date(expiry) : undefined
}

function codeOf(
  authenticated: Buffer,
  { userId, deed, nonce }: StepUpScope,
): Buffer {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error("AUTH_SECRET is missing.")
  return createHmac("sha256", secret)
    .update(authenticated)
    .update(JSON.stringify(["step-up", userId, deed, nonce]))
    .digest()
}
