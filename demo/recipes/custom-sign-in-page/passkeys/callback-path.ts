/**
 * Any origin will do: it only lets a path be parsed like an address.
 */
const base = "http://localhost"

/**
 * Where to go after signing in: the path of the `callbackUrl` that
 * Auth.js puts into the address of the sign-in page, or `/` if there is
 * none. The origin is dropped, so that a link to your sign-in page
 * cannot send people to another site.
 */
export function toCallbackPath(callbackUrl: unknown): string {
  if (
    typeof callbackUrl !== "string" ||
    !URL.canParse(callbackUrl, base)
  )
    return "/"
  const { protocol, pathname, search, hash } = new URL(
    callbackUrl,
    base,
  )
  if (protocol !== "http:" && protocol !== "https:") return "/"
  // A path that began with two slashes would name another host.
  return pathname.replace(/^\/+/, "/") + search + hash
}
