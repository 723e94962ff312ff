import ts from "typescript"
import type { Found } from "../finding"
import type { App } from "../read-app"
import { isProxy } from "../typescript/auth-call"
import { headersNamed, sourcesOf, type Header } from "../typescript/headers"
import { placeOf, type Modules } from "../typescript/modules"
import { exported, objectView, resolve } from "../typescript/resolve"

/** Headers that turn passkeys off. Cross-Origin-Opener-Policy doesn't. */
export const checkHeaders = (app: App): Found[] => [
  ...headersNamed(app.modules, "Permissions-Policy").flatMap(permissions),
  ...headersNamed(app.modules, "Content-Security-Policy").flatMap((header) =>
    hasBuiltInPage(app) && isOnAuthPages(app.modules, header) ? scripts(header) : [],
  ),
]

/**
 * A feature that isn't named keeps its default, which is the site itself (WebAuthn L3 §5.9). A list may name
 * the site by its origin, which isn't known here: only an empty one is certainly wrong.
 */
function permissions({ value, at }: Header): Found[] {
  const features = ["publickey-credentials-get", "publickey-credentials-create"]
  const off = features.filter((feature) =>
    new RegExp(String.raw`\b${feature}\s*=\s*\(\s*\)`).test(value),
  )
  return off.length === 0
    ? []
    : [{ id: "permissions-policy-blocks", subject: off.join(" and "), ...placeOf(at) }]
}

/** Auth.js's own page is in use unless the configuration names another one. */
const hasBuiltInPage = ({ authCalls, modules }: App): boolean =>
  authCalls
    .filter(({ isInProxy }) => !isInProxy)
    .some(({ config }) => {
      const pages = config.members.get("pages")
      if (!pages) return !config.isOpen
      const view = objectView(modules, pages)
      return !view.isOpen && !view.members.has("signIn")
    })

function scripts({ value, at }: Header): Found[] {
  const directives = value.split(";").map((one) => one.trim().split(/\s+/))
  const sources = (name: string) => directives.find(([first]) => first === name)
  const scriptSources =
    sources("script-src-elem") ?? sources("script-src") ?? sources("default-src")
  if (!scriptSources) return []
  const has = (pattern: RegExp) => scriptSources.some((source) => pattern.test(source))
  // With a nonce, a hash or 'strict-dynamic', browsers ignore 'unsafe-inline' (CSP3 §6.7.3.2).
  const runsInline = has(/^'unsafe-inline'$/) && !has(/^'(nonce-|sha\d|strict-dynamic)/)
  const loadsUnpkg = has(/^(\*|https:|(https:\/\/)?unpkg\.com\S*)$/) && !has(/^'strict-dynamic'$/)
  if (runsInline && loadsUnpkg) return []
  return [{ id: "csp-blocks-built-in-page", subject: scriptSources.join(" "), ...placeOf(at) }]
}

const authPage = "/api/auth/signin"

/** Whether a header is sent with the pages of Auth.js: by the rule around it, or the proxy's matcher. */
function isOnAuthPages(modules: Modules, { at }: Header): boolean {
  const sources = sourcesOf(modules, at)
  if (sources.length > 0) return sources.every((source) => matches(source, authPage))
  const proxy = modules.find(isProxy)
  if (!proxy || /^next\.config/.test(at.module.path.replace(/^.*\//, ""))) return true
  const matcher = exported(modules, proxy, "config")
  const value = matcher && objectView(modules, matcher).members.get("matcher")
  if (!value) return true
  const { node } = resolve(modules, value)
  const list = ts.isArrayLiteralExpression(node) ? [...node.elements] : [node]
  const patterns = list.flatMap((one) => (ts.isStringLiteralLike(one) ? [one.text] : []))
  return patterns.length === 0 || patterns.some((pattern) => matches(pattern, authPage))
}

/** Whether a pattern of Next.js takes a path: `/:path*`, `/((?!api/).*)`, `/settings`. */
function matches(pattern: string, path: string): boolean {
  const expression = pattern
    .replaceAll(/\/:\w+\*/g, "(?:/.*)?")
    .replaceAll(/:\w+(\([^)]*\))/g, "$1")
    .replaceAll(/:\w+\+?/g, "[^/]+")
  try {
    return new RegExp(`^${expression}$`).test(path)
  } catch {
    return false
  }
}
