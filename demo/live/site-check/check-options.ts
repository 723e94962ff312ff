import { isPublicSuffix, isRegistrableSuffix } from "../doctor/public-suffix"
import { doubtful, right, wrong, type Finding } from "./finding"

type Json = Record<string, unknown>

const asObject = (value: unknown): Json =>
  typeof value === "object" && value !== null ? (value as Json) : {}

/** WebAuthn L3 §13.4.3: a challenge should have 16 bytes or more. */
const minChallengeBytes = 16

/** WebAuthn L3 §15.1, where the user is verified: from 5 to 10 minutes. */
const timeoutsMs = { min: 300_000, max: 600_000 }

/** Checks the options of a ceremony, as Auth.js sends them: `{action, options}`. */
export function checkOptions(answer: Json, address: URL): Finding[] {
  const options = asObject(answer.options)
  const isRegistration = "rp" in options || answer.action === "register"
  const rpId = isRegistration ? asObject(options.rp).id : options.rpId
  const selection = asObject(options.authenticatorSelection)
  return [
    checkRpId(rpId, address.hostname),
    checkChallenge(options.challenge),
    checkUserVerification(isRegistration ? selection.userVerification : options.userVerification),
    checkTimeout(options.timeout),
    ...(isRegistration
      ? [checkResidentKey(selection), ...checkAlgorithms(options.pubKeyCredParams)]
      : checkAllowed(options.allowCredentials)),
  ]
}

function checkRpId(rpId: unknown, host: string): Finding {
  const page = "/errors/rp-id-not-for-this-domain"
  if (typeof rpId !== "string" || !rpId)
    return doubtful("There is no RP ID", "The browser then uses the page's host.", page)
  if (rpId === host) return right(`The RP ID is ${rpId}`)
  if (rpId === "localhost" || rpId === "0.0.0.0")
    return wrong(
      `The RP ID is ${rpId}, and the address is ${host}`,
      "Set AUTH_URL to your public address. Browsers refuse this one with SecurityError.",
      page,
    )
  if (isPublicSuffix(rpId))
    return wrong(
      `The RP ID is ${rpId}, which is a public suffix`,
      "Browsers refuse it with SecurityError. Only your own name under it works.",
      page,
    )
  if (isRegistrableSuffix(rpId, host)) return right(`The RP ID is ${rpId}, a domain above ${host}`)
  return wrong(
    `The RP ID is ${rpId}, and the address is ${host}`,
    "It must be the host or a domain above it, except with related origins. If you didn't set an RP ID, correct AUTH_URL.",
    page,
  )
}

function checkChallenge(challenge: unknown): Finding {
  const bytes = typeof challenge === "string" ? bytesIn(challenge) : undefined
  if (bytes === undefined)
    return wrong(
      "The challenge isn't base64url",
      "The server must create a new one for each request.",
    )
  if (bytes < minChallengeBytes)
    return wrong(
      `The challenge has ${bytes} bytes`,
      `WebAuthn asks for ${minChallengeBytes} or more (§13.4.3).`,
    )
  return right(`The challenge has ${bytes} bytes`)
}

/** How many bytes base64url stands for. `undefined` where it's something else. */
const bytesIn = (text: string) =>
  /^[\w-]+$/.test(text) ? Math.floor((text.length * 3) / 4) : undefined

function checkUserVerification(value: unknown): Finding {
  if (value === "required") return right("User verification is required")
  return doubtful(
    value ? `User verification is ${String(value)}` : "User verification isn't required",
    "Whoever holds the device could sign in without a PIN or a fingerprint. registrationOptions and authenticationOptions replace Auth.js's defaults: repeat what you want to keep.",
    "/options",
  )
}

function checkResidentKey({ residentKey, requireResidentKey }: Json): Finding {
  if (residentKey === "required" || requireResidentKey === true)
    return right("Passkeys are discoverable")
  return wrong(
    "Passkeys need not be discoverable",
    "Without that, people have to type something to sign in. Set residentKey to required: registrationOptions replaces Auth.js's defaults.",
    "/options",
  )
}

function checkTimeout(timeout: unknown): Finding {
  if (typeof timeout !== "number")
    return doubtful("There is no timeout", "The browser chooses one.", "/options")
  const seconds = `The timeout is ${timeout / 1_000} seconds`
  if (timeout >= timeoutsMs.min && timeout <= timeoutsMs.max) return right(seconds)
  return doubtful(
    seconds,
    "WebAuthn recommends 300 to 600 seconds where the user is verified (§15.1). Auth.js's challenge is valid for 900.",
    "/options",
  )
}

function checkAlgorithms(params: unknown): Finding[] {
  if (!Array.isArray(params)) return []
  const known = params.map((param) => asObject(param).alg)
  const missing = [
    [-7, "ES256"],
    [-257, "RS256"],
  ].filter(([alg]) => !known.includes(alg))
  return missing.map(([, name]) =>
    wrong(`${name} is missing`, "Without ES256 and RS256, some authenticators can't be used."),
  )
}

function checkAllowed(allowed: unknown): Finding[] {
  if (!Array.isArray(allowed) || allowed.length === 0) return []
  return [
    doubtful(
      "The response lists passkeys of an account",
      "Anyone who knows the e-mail address can see that the account exists.",
      "/security#private-addresses",
    ),
  ]
}
