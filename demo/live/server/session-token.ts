import { readCookies } from "./request-cookies"

/** Whether cookies carry `Secure` and its prefix: Auth.js's `useSecureCookies` (lib/init.js). */
export const hasSecureCookies = () => (process.env.AUTH_URL ?? "").startsWith("https:")

/** The name of a cookie, with the prefix that Auth.js gives its own on https. */
export const cookieNamed = (name: string) => `${hasSecureCookies() ? "__Secure-" : ""}${name}`

/** The name of Auth.js's session cookie. It follows from the protocol of `AUTH_URL` alone. */
export const sessionCookieName = () => cookieNamed("authjs.session-token")

/**
 * The token of the session that Auth.js finds in a request. As its `SessionStore`
 * (`@auth/core/lib/utils/cookie.js`) does, it joins all cookies whose name begins with that of the
 * session cookie: a long value is sent in parts, `authjs.session-token.0` and so on.
 *
 * @param header The request's `Cookie` header.
 * @returns `undefined` where there is none.
 */
export function sessionToken(header: string | null | undefined): string | undefined {
  const parts = [...readCookies(header)].filter(
    ([name, value]) => name.startsWith(sessionCookieName()) && value,
  )
  // Auth.js's own comparison: where a name ends in no number, it is NaN, and the order stays.
  parts.sort(([one], [other]) => partNumber(one) - partNumber(other))
  return parts.map(([, value]) => value).join("") || undefined
}

const partNumber = (name: string) => Number.parseInt(name.split(".").pop() || "0")

/**
 * The token of the session that an answer of Auth.js sets. It sets one when a ceremony succeeded,
 * and only then: the URL it redirects to may say anything, since `callbackUrl` comes from the client.
 */
export function sessionTokenSetBy({ headers }: Response): string | undefined {
  const prefix = `${sessionCookieName()}=`
  const header = headers.getSetCookie().find((cookie) => cookie.startsWith(prefix))
  return readCookies(header?.split(";")[0]).get(sessionCookieName()) || undefined
}
