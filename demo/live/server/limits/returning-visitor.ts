import { createHmac, timingSafeEqual } from "node:crypto"
import { lifetime } from "../expiry"
import { readCookies } from "../request-cookies"
import { cookieNamed, hasSecureCookies } from "../session-token"

const cookieName = () => cookieNamed("demo.returning")

/**
 * A `Set-Cookie` header that marks a browser as one that has used this passkey: its attempts
 * are then counted apart from those of strangers in the same network, who may be many or hostile.
 * It opens nothing. The passkey's id is not in it, and it lasts as long as an account does.
 *
 * @param credentialId The passkey that has just passed a ceremony, base64url.
 */
export function returningCookie(credentialId: string): string {
  const passkey = sign(`returning passkey ${credentialId}`).slice(0, 22)
  const ends = Date.now() + lifetime()
  const value = `${passkey}.${ends}.${sign(`${passkey}.${ends}`)}`
  const maxAge = Math.ceil(lifetime() / 1_000)
  const secure = hasSecureCookies() ? "; Secure" : ""
  return `${cookieName()}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

/**
 * What stands for the passkey in that cookie.
 *
 * @param header The request's `Cookie` header.
 * @returns `undefined` where the cookie is missing, forged or out of date.
 */
export function returningPasskey(header: string | undefined): string | undefined {
  const value = readCookies(header).get(cookieName())
  if (value === undefined) return undefined
  const [passkey = "", ends = "", signature = ""] = value.split(".")
  const expected = Buffer.from(sign(`${passkey}.${ends}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return Number(ends) > Date.now() ? passkey : undefined
}

/** Whether there may be such a cookie in a `Cookie` header: to look whether it's a true one costs more. */
export const hasReturningCookie = (header: string | undefined): boolean =>
  header?.includes(cookieName()) ?? false

const sign = (text: string) =>
  createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update(`returning visitor ${text}`)
    .digest("base64url")
