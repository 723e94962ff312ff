import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from "simplewebauthn-server-14"
import {
  isoBase64URL,
  isoUint8Array,
} from "simplewebauthn-server-14/helpers"
import { prisma } from "../prisma"
import { keepChallenge, takeChallenge } from "./challenges"
import { relyingParty } from "./server-settings"
import { readSession } from "./sessions"
import { readTransports } from "./sign-in"

/**
 * WebAuthn L3 §7.1, step 1. For people who are signed in.
 *
 * @throws {Error} If nobody is.
 */
export async function registrationOptions(
  request: Request,
): Promise<Response> {
  const user = await signedIn(request)
  const known = await prisma.webAuthnCredential.findMany({
    where: { userId: user.id },
  })
  const options = await generateRegistrationOptions({
    ...relyingParty,
    userID: isoUint8Array.fromUTF8String(user.id),
    userName: user.email ?? user.id,
    userDisplayName: user.name ?? "",
    excludeCredentials: known.map(({ id, transports }) => ({
      id,
      transports: readTransports(transports),
    })),
    authenticatorSelection: {
      residentKey: "required",
      userVerification: "required",
    },
  })
  return Response.json(options, {
    headers: {
      "set-cookie": await keepChallenge(options.challenge, user.id),
    },
  })
}

/**
 * WebAuthn L3 §7.1, the other steps.
 *
 * @throws {Error} With what is wrong.
 */
export async function register(request: Request): Promise<Response> {
  const { id: userId } = await signedIn(request)
  const expectedChallenge = await takeChallenge(request, userId)
  const response: RegistrationResponseJSON = await request.json()
  const { verified, registrationInfo } =
    await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: relyingParty.origin,
      expectedRPID: relyingParty.rpID,
    })
  if (!verified) throw new Error("The response is not valid")
  const { credential, credentialDeviceType, credentialBackedUp } =
    registrationInfo
  // The primary key refuses an id that somebody has: step 26.
  await prisma.webAuthnCredential.create({
    data: {
      id: credential.id,
      userId,
      publicKey: isoBase64URL.fromBuffer(credential.publicKey),
      counter: credential.counter,
      deviceType: credentialDeviceType,
      backedUp: credentialBackedUp,
      transports: response.response.transports?.join(",") || null,
      createdAt: new Date(),
    },
  })
  return Response.json({ id: credential.id })
}

async function signedIn(request: Request) {
  const user = await readSession(request)
  if (!user) throw new Error("Sign in first")
  return user
}
