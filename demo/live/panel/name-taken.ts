import type { Attempt } from "./attempt"
import { authJsRefusal } from "./server-message"
import type { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"

/**
 * Whether a name was refused because it has an account. Auth.js doesn't say so, but while nobody is
 * signed in it has no other reason to answer "Invalid request" to a name that the demo's own schema
 * lets through. Names are made up, so this tells nothing about a person.
 *
 * @param message What the server said.
 */
export const isNameTaken = (
  { attempt, error }: { attempt: Attempt | undefined; error: PasskeyError | undefined },
  message: string | undefined,
): boolean =>
  attempt?.action === "register" && error?.code === "refused" && message === authJsRefusal
