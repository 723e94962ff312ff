import type { App } from "../read-app"
import { stringOf, objectView } from "../typescript/resolve"
import { isPasskey } from "../typescript/providers"
import type { AuthConfig } from "../typescript/auth-call"
import type { Modules } from "../typescript/modules"

const sendsMail =
  /^(email|nodemailer|resend|sendgrid|postmark|mailgun|loops|mailchimp|forwardemail)$/

/** Whether the app has passkeys, or may have: its configuration may not have been given. */
export const mayHavePasskeys = ({ authCalls }: App): boolean =>
  authCalls.length === 0 || authCalls.some(({ config }) => config.providers.some(isPasskey))

/** `session.strategy`, or what Auth.js takes where it isn't set. `undefined`: not known. */
export function sessionStrategy(
  modules: Modules,
  { members, isOpen }: AuthConfig,
): string | undefined {
  const session = members.get("session")
  if (!session) return isOpen ? undefined : members.has("adapter") ? "database" : "jwt"
  const view = objectView(modules, session)
  const strategy = view.members.get("strategy")
  if (strategy) return stringOf(modules, strategy)
  return view.isOpen ? undefined : members.has("adapter") ? "database" : "jwt"
}

/** The models that the app needs, as far as its configuration says. */
export function wantedModels({ authCalls, modules }: App): string[] {
  const configs = authCalls.filter(({ isInProxy }) => !isInProxy).map(({ config }) => config)
  const hasDatabaseSessions = configs.some(
    (config) => sessionStrategy(modules, config) === "database",
  )
  const hasMail = configs.some(({ providers }) =>
    providers.some(({ name }) => sendsMail.test(name)),
  )
  return [
    "User",
    "Account",
    "Authenticator",
    ...(hasDatabaseSessions ? ["Session"] : []),
    ...(hasMail ? ["VerificationToken"] : []),
  ]
}
