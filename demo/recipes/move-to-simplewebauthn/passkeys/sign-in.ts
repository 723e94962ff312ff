import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from "simplewebauthn-server-14"
import { isoBase64URL } from "simplewebauthn-server-14/helpers"
import { prisma } from "../prisma"
import { keepChallenge, takeChallenge } from "./challenges"
import { relyingParty } from "./server-settings"
import { startSession } from "./sessions"

/** WebAuthn L3 §7.2, step 1. */
export async function signInOptions(): Promise<Response> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.rpID,
    userVerification: "required",
  })
  return Response.json(options, {
    headers: { "set-cookie": await keepChallenge(options.challenge) },
  })
}

/**
 * WebAuthn L3 §7.2, the other steps.
 *
 * @throws {Error} With what is wrong.
 */
export async function signIn(request: Request): Promise<Response> {
  const expectedChallenge = await takeChallenge(request)
  const response: AuthenticationResponseJSON = await request.json()
  const row = await prisma.webAuthnCredential.findUnique({
    where: { id: String(response.id) },
  })
  if (!row) throw new Error("There is no such passkey")
  // Also requires user verification, unless you turn it off.
  const { verified, authenticationInfo } =
    await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.rpID,
      credential: {
        id: row.id,
        publicKey: isoBase64URL.toBuffer(row.publicKey),
        counter: Number(row.counter),
        transports: readTransports(row.transports),
      },
    })
  if (!verified) throw new Error("The signature is not valid")
  const { newCounter, credentialBackedUp, credentialDeviceType } =
    authenticationInfo
  // Step 19: whether a credential can be backed up never changes.
  if (credentialDeviceType !== row.deviceType)
    throw new Error("Unexpected backup eligibility")
  // The counter as it was read: of several sign-ins at once, one wins.
  const { count } = await prisma.webAuthnCredential.updateMany({
    where: { id: row.id, counter: row.counter },
    data: { counter: newCounter, backedUp: credentialBackedUp },
  })
  if (count === 0) throw new Error("The passkey was used meanwhile")
  return Response.json(
    { userId: row.userId },
    { headers: { "set-cookie": await startSession(row.userId) } },
  )
}

/** The transports of a row. None where it has none. */
export const readTransports = (text: string | null) =>
  text ? text.split(",") : undefined
