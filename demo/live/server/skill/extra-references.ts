import { extraGroups } from "../../download/starter-options"
import type { Reference } from "./reference"

/** The chosen extras that are described on /extras, or that it links to. */
export const fixesIn = (extras: string[]): string[] =>
  extras.filter((name) =>
    extraGroups.some(({ isDefault, extras }) => isDefault && Object.hasOwn(extras, name)),
  )

const features: Record<string, Reference> = {
  settings: {
    address: "/settings",
    check: "Signed in, `/settings` lists the passkey. Signed out, it leads to the sign-in page.",
  },
  autofill: {
    address: "/autofill",
    check:
      "With a virtual authenticator that has the passkey, opening `/sign-in` signs in without a click.",
  },
  signals: {
    address: "/signals",
    check: "`app/settings/page.tsx` shows the list that sends signals.",
  },
  "step-up": {
    address: "/step-up",
    check: "`DELETE /api/passkeys` with a session and without a confirmation answers 403.",
  },
}

const deployment: Record<string, Reference> = {
  docker: {
    address: "/deploy/docker",
    check: "The image builds where Docker is, or you told the developer that you couldn't try it.",
  },
  proxy: {
    address: "/deploy/proxy",
    check: "The proxy accepts its configuration, with the developer's domain in it.",
  },
  "request-log": {
    address: "/deploy/observe",
    check: "The test's sign-in has two lines in the log, without its e-mail address.",
  },
  metrics: {
    address: "/deploy/observe",
    check: "`/api/metrics` answers 401 without the token, and counts the test's sign-in.",
  },
}

/** The pages of the chosen features, as steps. */
export const featuresIn = (extras: string[]) => extras.flatMap((name) => features[name] ?? [])

/** The pages of what was chosen for the server. The request log and the metrics are on one page, which is read for both at once. */
export const deploymentIn = (extras: string[]): Reference[] => {
  const chosen = extras.flatMap((name) => deployment[name] ?? [])
  return [...new Set(chosen.map(({ address }) => address))].map((address) => ({
    address,
    check: chosen.flatMap((one) => (one.address === address ? (one.check ?? []) : [])).join(" "),
  }))
}
