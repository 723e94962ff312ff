import { checkCeremony } from "../checks/check-ceremony"
import type { Ceremony } from "../recording/ceremony"
import { webauthn } from "../webauthn/specification"
import type { CaseName } from "./case-names"
import { ceremonyOf } from "./ceremony-of"
import type { RefusingCheck } from "./observation"

/**
 * The check that a response fails: the first one that fails when this browser repeats what a server
 * does.
 *
 * @param options What the server expects: its challenge above all.
 * @param accepted What the server has accepted with this passkey, the newest first.
 */
export async function refusingCheck(
  name: CaseName,
  options: object,
  response: unknown,
  accepted: Ceremony[],
): Promise<RefusingCheck> {
  const ceremony = ceremonyOf("authentication", options, response)
  const surroundings = { origin: location.origin, rows: null, earlier: accepted }
  const checks = await checkCeremony(ceremony, surroundings)
  return checks?.find(({ outcome }) => outcome === "failed") ?? checkOf(name)
}

/** What only the server or the browser can check, because it has what is compared. */
export const checkOf = (name: CaseName): RefusingCheck =>
  elsewhere[name] ?? { name: "none", about: "Nothing was false.", specification: assertionStep(21) }

const challenge = {
  name: "challenge",
  specification: webauthn("sctn-cryptographic-challenges"),
}

/** A step of "Verifying an Authentication Assertion". */
function assertionStep(step: number) {
  const { text, href } = webauthn("sctn-verifying-assertion")
  return { text: `${text} step ${step}`, href }
}

const elsewhere: Partial<Record<CaseName, RefusingCheck>> = {
  "expired-challenge": {
    ...challenge,
    about: "Auth.js decrypts its challenge cookie only until the cookie's 15 minutes are over.",
  },
  "replayed-response": {
    ...challenge,
    about: "The wrapper singleUseChallenges writes down each challenge that was used.",
  },
  "blocked-cookie": {
    ...challenge,
    about:
      "Auth.js keeps the challenge in a cookie. Without the cookie, it has none to compare with.",
  },
  "deleted-passkey": {
    name: "credential in the authenticator",
    about: "The authenticator looks for a passkey that the options allow, and has none.",
    specification: webauthn("sctn-op-get-assertion"),
  },
  "frame-without-permission": {
    name: "permissions policy",
    about: "The document must be allowed to use publickey-credentials-get.",
    specification: webauthn("sctn-permissions-policy"),
  },
  "forgotten-passkey": {
    name: "credential id",
    about: "Auth.js looks for the credential id in the table Authenticator, and there is none.",
    specification: assertionStep(6),
  },
}
