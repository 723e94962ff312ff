const { origin, hostname, protocol } = new URL(process.env.AUTH_URL!)

/**
 * The same as with Auth.js: a passkey works for one RP ID only, for as
 * long as it exists.
 */
export const relyingParty = { origin, rpID: hostname, rpName: hostname }

const isSecure = protocol === "https:"

/** Auth.js's own name, so that people stay signed in. */
export const sessionCookie = `${isSecure ? "__Secure-" : ""}authjs.session-token`
export const challengeCookie = `${isSecure ? "__Host-" : ""}challenge`

/** A cookie that scripts can't read and other sites can't send. */
export const cookie = (
  name: string,
  value: string,
  maxAgeSeconds: number,
) =>
  `${name}=${value}; Max-Age=${maxAgeSeconds}; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`

/** The value of a cookie in the request. */
export const readCookie = (
  { headers }: Pick<Request, "headers">,
  name: string,
) =>
  headers
    .get("cookie")
    ?.split("; ")
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
