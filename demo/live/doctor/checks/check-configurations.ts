import ts from "typescript"
import type { Found } from "../finding"
import type { App } from "../read-app"
import { nameOf } from "../source-file"
import { configOf, isProxy, type AuthCall } from "../typescript/auth-call"
import { placeOf, type Located, type Modules } from "../typescript/modules"
import { isPasskey } from "../typescript/providers"
import { exported, objectView, resolve } from "../typescript/resolve"
import { adapterWithoutMethods } from "./adapter-methods"
import { sessionStrategy } from "./wanted-tables"
import { addressesReturned } from "./addresses-returned"

/** What Auth.js is called with, as a whole. `checkProviders` looks at each provider. */
export const checkConfigurations = (app: App): Found[] => [
  ...uncalled(app),
  ...app.authCalls.flatMap((call) => [
    ...passkeyRequirements(call, app.modules),
    ...passwordsWithoutSession(call, app.modules),
    ...signInCallback(call, app.modules),
  ]),
]

const found = (id: Found["id"], subject: string, at: Located<ts.Node>): Found => ({
  id,
  subject,
  ...placeOf(at),
})

/** A file that exports a configuration, where nothing calls `NextAuth()`. */
function uncalled({ authCalls, modules }: App): Found[] {
  if (authCalls.length > 0) return []
  return modules
    .filter((module) => nameOf(module.path) !== "auth.config" && !isProxy(module))
    .flatMap((module) => {
      const exportedDefault = exported(modules, module, "default")
      const config = exportedDefault && configOf(modules, exportedDefault)
      return exportedDefault && config?.providers.some(isPasskey)
        ? [found("next-auth-not-called", module.path, exportedDefault)]
        : []
    })
}

function passkeyRequirements({ call, config, isInProxy }: AuthCall, modules: Modules): Found[] {
  const passkey = config.providers.find(isPasskey)
  if (!passkey) return []
  const adapter = config.members.get("adapter")
  const lacksAdapter = !adapter && !config.isOpen
  if (isInProxy && lacksAdapter)
    return [found("passkey-in-split-config", call.module.path, passkey.at)]
  const without = adapter && adapterWithoutMethods(modules, adapter)
  return [
    ...(isEnabled(config, modules)
      ? []
      : [found("webauthn-not-enabled", passkey.name, passkey.at)]),
    ...(lacksAdapter ? [found("adapter-missing", "", passkey.at)] : []),
    ...(adapter && without ? [found("adapter-without-methods", without, adapter)] : []),
  ]
}

function isEnabled({ members, isOpen }: AuthCall["config"], modules: Modules): boolean {
  const experimental = members.get("experimental")
  if (!experimental) return isOpen
  const view = objectView(modules, experimental)
  const flag = view.members.get("enableWebAuthn")
  if (!flag) return view.isOpen
  return resolve(modules, flag).node.kind !== ts.SyntaxKind.FalseKeyword
}

function passwordsWithoutSession({ config }: AuthCall, modules: Modules): Found[] {
  const credentials = config.providers.find(({ name }) => name === "credentials")
  return credentials && sessionStrategy(modules, config) === "database"
    ? [found("credentials-with-database-sessions", "", credentials.at)]
    : []
}

/** `strictSignIn`, of the page /security, makes such a callback stop a passkey. */
function signInCallback({ call, config }: AuthCall, modules: Modules): Found[] {
  const callbacks = config.members.get("callbacks")
  if (!callbacks || !config.providers.some(isPasskey)) return []
  if (/\bstrictSignIn\b/.test(call.node.getText(call.module.source))) return []
  const signIn = objectView(modules, callbacks).members.get("signIn")
  const address = signIn && addressesReturned(resolve(modules, signIn))[0]
  return address ? [found("sign-in-callback-returns-url", "", address)] : []
}
