import type { CaseName } from "./case-names"
import { askInFrame } from "./frame-without-permission"
import type { Observation } from "./observation"
import { checkOf } from "./refusing-check"
import { sendFalse } from "./send-response"
import {
  blockedCookie,
  challengeOfAnotherTab,
  expiredChallenge,
  replayedResponse,
} from "./try-challenges"
import {
  anotherAccountsPasskey,
  counterGoingBack,
  deletedPasskey,
  forgottenPasskey,
  someoneElsesPasskey,
} from "./try-passkeys"

/**
 * Each case, on the live setup: what is false is sent to the endpoint that everybody's sign-ins go to.
 *
 * They throw `LabError` where a case couldn't be tried.
 */
export const experiments: Record<CaseName, () => Promise<Observation>> = {
  "wrong-origin": () => sendFalse("wrong-origin"),
  "wrong-rp-id": () => sendFalse("wrong-rp-id"),
  "expired-challenge": expiredChallenge,
  "challenge-of-another-tab": challengeOfAnotherTab,
  "replayed-response": replayedResponse,
  "changed-signature": () => sendFalse("changed-signature"),
  "changed-authenticator-data": () => sendFalse("changed-authenticator-data"),
  "no-user-verification": () => sendFalse("no-user-verification"),
  "counter-going-back": counterGoingBack,
  "deleted-passkey": deletedPasskey,
  "someone-elses-passkey": someoneElsesPasskey,
  "blocked-cookie": blockedCookie,
  "frame-without-permission": async () => ({
    exception: await askInFrame(),
    check: checkOf("frame-without-permission"),
  }),
  "forgotten-passkey": forgottenPasskey,
  "another-accounts-passkey": anotherAccountsPasskey,
}
