import ts from "typescript"
import type { Found } from "../finding"
import type { App } from "../read-app"
import { placeOf, type Located, type Modules } from "../typescript/modules"
import { isPasskey, type Provider } from "../typescript/providers"
import { objectView, resolve, stringOf, type ObjectView } from "../typescript/resolve"
import { publicSuffixes } from "./public-suffixes"
import { relyingPartyValue } from "./relying-party-value"

/** The options of each provider, and providers that don't go together. */
export function checkProviders({ authCalls, modules }: App): Found[] {
  const found = authCalls.flatMap(({ config: { providers } }) => {
    const passkeys = providers.filter(isPasskey)
    const [, second] = passkeys.filter((provider) => hasAutofill(modules, provider))
    return [
      ...passkeys.flatMap((provider) => optionProblems(modules, provider)),
      ...(second ? [at("two-conditional-uis", "", second.at)] : []),
      ...(passkeys.length > 0 ? providers.flatMap((one) => linking(modules, one)) : []),
    ]
  })
  // Two calls may share a provider.
  return found.filter(
    (one, index) =>
      found.findIndex(
        ({ id, file, line }) => id === one.id && file === one.file && line === one.line,
      ) === index,
  )
}

const at = (id: Found["id"], subject: string, place: Located<ts.Node>): Found => ({
  id,
  subject,
  ...placeOf(place),
})

const isLiteral = (modules: Modules, value: Located | undefined, kind: ts.SyntaxKind) =>
  value && resolve(modules, value).node.kind === kind

const hasAutofill = (modules: Modules, { options }: Provider) =>
  !isLiteral(modules, options?.members.get("enableConditionalUI"), ts.SyntaxKind.FalseKeyword)

const linking = (modules: Modules, { name, at: place, options }: Provider): Found[] => {
  const allowed = options?.members.get("allowDangerousEmailAccountLinking")
  return isLiteral(modules, allowed, ts.SyntaxKind.TrueKeyword)
    ? [at("dangerous-email-linking", name, allowed ?? place)]
    : []
}

function optionProblems(modules: Modules, provider: Provider): Found[] {
  const { options } = provider
  if (!options) return []
  return [
    ...replacedDefaults(modules, provider, options),
    ...relyingParty(modules, options),
    ...publicSuffixes(modules, options),
    ...browserVersion(modules, options),
    ...formFields(modules, provider, options),
  ]
}

/** What `Passkey` sets by default and the reader's options leave out. `WebAuthn` sets none of it. */
function replacedDefaults(modules: Modules, { name }: Provider, { members }: ObjectView): Found[] {
  if (name !== "passkey") return []
  const lacks = (view: ObjectView, wanted: string[]) =>
    !view.isOpen && wanted.some((one) => !view.members.has(one))
  const registration = members.get("registrationOptions")
  const authentication = members.get("authenticationOptions")
  const chosen = registration && objectView(modules, registration)
  const selection = chosen?.members.get("authenticatorSelection")
  const isReplaced = selection
    ? lacks(objectView(modules, selection), ["residentKey", "userVerification"])
    : chosen && !chosen.isOpen
  return [
    ...(registration && isReplaced
      ? [at("options-replace-defaults", "registrationOptions", registration)]
      : []),
    ...(authentication && lacks(objectView(modules, authentication), ["userVerification"])
      ? [at("options-replace-defaults", "authenticationOptions", authentication)]
      : []),
  ]
}

function relyingParty(modules: Modules, options: ObjectView): Found[] {
  const party = options.members.get("relayingParty")
  if (!party) return []
  const { members } = objectView(modules, party)
  return ["id", "origin"].flatMap((name): Found[] => {
    const value = members.get(name)
    const list = value && resolve(modules, value).node
    const isList = list && ts.isArrayLiteralExpression(list) && list.elements.length > 1
    const text = stringOf(modules, relyingPartyValue(modules, options, name))
    return [
      ...(value && isList ? [at("relying-party-several", `relayingParty.${name}`, value)] : []),
      ...(value && text && /^(https?:\/\/)?(localhost|127\.0\.0\.1|0\.0\.0\.0)(:|$)/.test(text)
        ? [at("relying-party-localhost", text, value)]
        : []),
    ]
  })
}

function browserVersion(modules: Modules, { members }: ObjectView): Found[] {
  const version = members.get("simpleWebAuthnBrowserVersion")
  const text = stringOf(modules, version)
  // As `isSemverString` in @auth/core.
  return version && text !== undefined && !/^v\d+(?:\.\d+){0,2}$/.test(text)
    ? [at("browser-version-without-v", `"${text}"`, version)]
    : []
}

function formFields(modules: Modules, provider: Provider, { members }: ObjectView): Found[] {
  const fields = members.get("formFields")
  if (!fields || !hasAutofill(modules, provider)) return []
  const view = objectView(modules, fields)
  const mayHaveIt = [...view.members.values()].some((field) => {
    const one = objectView(modules, field)
    const autocomplete = one.members.get("autocomplete")
    return autocomplete
      ? (stringOf(modules, autocomplete)?.includes("webauthn") ?? true)
      : one.isOpen
  })
  return view.isOpen || mayHaveIt ? [] : [at("autocomplete-missing", "", fields)]
}
