import type { Found } from "../finding"
import { isPublicSuffix, isRegistrableSuffix } from "../public-suffix"
import type { App } from "../read-app"
import { placeOf } from "../typescript/modules"
import { isPasskey } from "../typescript/providers"
import { stringOf } from "../typescript/resolve"
import { relyingPartyValue } from "./relying-party-value"

const typedPlace = { file: "public address", line: 1 }

/** The public address, `AUTH_URL`, and a relying party that is written into the configuration. */
export function checkAddress(app: App): Found[] {
  const address = app.address ? parse(app.address) : undefined
  if (app.address && !address)
    return [{ id: "address-not-readable", subject: app.address, ...typedPlace }]
  return [
    ...(address ? publicAddress(address) : []),
    ...authUrl(app, address),
    ...(address ? relyingParties(app, address) : []),
  ]
}

/** Without a scheme, it's taken for https, as browsers do. */
function parse(text: string): URL | undefined {
  return httpUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`)
}

function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) ? url : undefined
}

const isLocal = ({ hostname }: URL) => /^(.+\.)?localhost$/.test(hostname)
/** There, Auth.js takes the host from the request, and Vercel lets no other one in. */
const isOnVercel = ({ hostname }: URL) => hostname.endsWith(".vercel.app")
const isIp = ({ hostname }: URL) => /^\[|^\d+(\.\d+){3}$/.test(hostname)

function publicAddress(address: URL): Found[] {
  const subject = address.origin
  if (isIp(address)) return [{ id: "address-is-ip", subject, ...typedPlace }]
  return address.protocol === "http:" && !isLocal(address)
    ? [{ id: "address-not-https", subject, ...typedPlace }]
    : []
}

function authUrl({ environment, authCalls, modules }: App, address: URL | undefined): Found[] {
  const { authUrl } = environment
  if (!authUrl?.value)
    return address && !isLocal(address) && !isOnVercel(address)
      ? [{ id: "auth-url-missing", subject: address.origin, ...typedPlace }]
      : []
  const { value: subject, file, line } = authUrl
  const found = (id: Found["id"], what = subject): Found => ({ id, subject: what, file, line })
  const url = httpUrl(subject)
  if (!url) return [found("auth-url-not-readable")]
  const basePaths = authCalls.flatMap(
    ({ config }) => stringOf(modules, config.members.get("basePath")) ?? [],
  )
  const path = url.pathname.replace(/\/$/, "")
  const hasPath = path !== "" && ![...basePaths, "/api/auth"].includes(path)
  return [
    ...(url.protocol === "http:" && !isLocal(url) && url.origin !== address?.origin
      ? [found("auth-url-not-https")]
      : isPublicSuffix(url.hostname) && url.hostname !== address?.hostname
        ? [found("auth-url-public-suffix")]
        : address && url.origin !== address.origin
          ? [found("auth-url-differs")]
          : []),
    ...(hasPath ? [found("auth-url-has-path", url.pathname)] : []),
  ]
}

function relyingParties({ authCalls, modules }: App, address: URL): Found[] {
  const options = authCalls
    .flatMap(({ config }) => config.providers.filter(isPasskey))
    .flatMap((provider) => provider.options ?? [])
  return options.flatMap((view): Found[] => {
    const id = relyingPartyValue(modules, view, "id")
    const origin = relyingPartyValue(modules, view, "origin")
    const idText = stringOf(modules, id)
    const originText = stringOf(modules, origin)
    // They are findings wherever the app is.
    const isKnown = (text: string) =>
      /localhost|127\.0\.0\.1|0\.0\.0\.0/.test(text) || isPublicSuffix(text)
    return [
      ...(id && idText && !isKnown(idText) && !isRegistrableSuffix(idText, address.hostname)
        ? [{ id: "rp-id-not-a-suffix" as const, subject: idText, ...placeOf(id) }]
        : []),
      ...(origin && originText && !isKnown(originText) && originText !== address.origin
        ? [{ id: "relying-party-origin-differs" as const, subject: originText, ...placeOf(origin) }]
        : []),
    ]
  })
}
