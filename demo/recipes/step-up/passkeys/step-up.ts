import { createHash } from "node:crypto"
import type { PrismaClient } from "@/generated/prisma/client"
import { simpleWebAuthn } from "@/passkeys/verification"
import {
  createStepUpChallenge,
  expiryOfStepUpChallenge,
  stepUpTimeoutMs,
  type StepUpScope,
} from "./step-up-challenge"

/** What a browser sends to confirm: WebAuthn L3 §5.1. */
export type Assertion = Parameters<
  typeof simpleWebAuthn.verifyAuthenticationResponse
>[0]["response"]

type StepUp = StepUpScope & {
  prisma: PrismaClient
  /** The origin of your site. Its host is the RP ID. */
  origin: string
}

/** Thrown by `verifyStepUp`, with the reason. */
export class StepUpError extends Error {
  name = "StepUpError"
}

/**
 * The options for `navigator.credentials.get()`: any passkey of the
 * person who is signed in, and it must verify them. `undefined` if they
 * have no passkey.
 */
export async function stepUpOptions({
  prisma,
  origin,
  ...scope
}: StepUp): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const passkeys = await prisma.authenticator.findMany({
    where: { userId: scope.userId },
    select: { credentialID: true, transports: true },
  })
  if (passkeys.length === 0) return undefined
  return {
    challenge: createStepUpChallenge(scope),
    rpId: new URL(origin).hostname,
    timeout: stepUpTimeoutMs,
    userVerification: "required",
    allowCredentials: passkeys.map(({ credentialID, transports }) => ({
      type: "public-key",
      id: Buffer.from(credentialID, "base64").toString("base64url"),
      ...(transports && { transports: transports.split(",") }),
    })),
  }
}

/**
 * Returns if the person who is signed in has just confirmed this deed
 * in this browser with a passkey of theirs. Each confirmation is
 * accepted once, on whichever of your servers it arrives.
 *
 * @throws {StepUpError} With what doesn't match.
 */
export async function verifyStepUp(
  { prisma, origin, ...scope }: StepUp,
  response: unknown,
): Promise<void> {
  if (!isAssertion(response)) throw new StepUpError("No confirmation")
  const challenge = challengeOf(response)
  const expires = expiryOfStepUpChallenge(challenge, scope)
  if (!expires)
    throw new StepUpError(
      "The challenge has expired, or is for another person, browser or deed",
    )
  const credentialID = Buffer.from(response.id, "base64url").toString(
    "base64",
  )
  const passkey = await prisma.authenticator.findFirst({
    where: { userId: scope.userId, credentialID },
  })
  // Some databases ignore case when they compare.
  if (passkey?.credentialID !== credentialID)
    throw new StepUpError("The passkey isn't one of this account")

  const authenticator = {
    credentialID: Buffer.from(credentialID, "base64"),
    credentialPublicKey: Buffer.from(
      passkey.credentialPublicKey,
      "base64",
    ),
    counter: Number(passkey.counter),
    credentialDeviceType: passkey.credentialDeviceType,
  }
  const { verified, authenticationInfo } = await simpleWebAuthn
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      authenticator,
    })
    .catch((cause: Error) => {
      throw new StepUpError(cause.message, { cause })
    })
  if (!verified) throw new StepUpError("The signature doesn't match")

  await acceptOnce(prisma, challenge, expires)
  await raiseCounter(prisma, passkey, authenticationInfo.newCounter)
}

/** Of several requests with one challenge, one gets past the insert. */
async function acceptOnce(
  prisma: PrismaClient,
  challenge: string,
  expires: Date,
) {
  const hash = createHash("sha256").update(challenge).digest("hex")
  try {
    await prisma.usedChallenge.create({ data: { hash, expires } })
  } catch (error) {
    // Unique constraint failed.
    if ((error as { code?: string }).code === "P2002")
      throw new StepUpError("This confirmation was used already")
    throw error
  }
  await prisma.usedChallenge
    .deleteMany({ where: { expires: { lt: new Date() } } })
    // The next confirmation deletes them.
    .catch(() => undefined)
}

/**
 * The counter of most passkeys stays at 0. Any other value is accepted
 * once: WebAuthn L3 §7.2 step 22.
 */
async function raiseCounter(
  prisma: PrismaClient,
  passkey: { userId: string; credentialID: string; counter: bigint },
  counter: number,
) {
  if (Number(passkey.counter) === counter) return
  const { userId, credentialID } = passkey
  const { count } = await prisma.authenticator.updateMany({
    where: { userId, credentialID, counter: { lt: counter } },
    data: { counter },
  })
  if (count === 0)
    throw new StepUpError(
      `The stored counter is not lower than ${counter}`,
    )
}

function isAssertion(value: unknown): value is Assertion {
  const { id, response } = (value ?? {}) as Partial<Assertion>
  return (
    typeof id === "string" &&
    typeof response?.clientDataJSON === "string" &&
    typeof response.authenticatorData === "string" &&
    typeof response.signature === "string"
  )
}

function challengeOf({ response }: Assertion): string {
  try {
    const json = Buffer.from(response.clientDataJSON, "base64url")
    const { challenge } = JSON.parse(json.toString())
    return typeof challenge === "string" ? challenge : ""
  } catch {
    throw new StepUpError("The client data isn't JSON")
  }
}
