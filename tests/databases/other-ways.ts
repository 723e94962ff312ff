import type { Mail } from "../support/mail-catcher"
import { origin, type UserAgent } from "./user-agent"

/** The error in the address that Auth.js sends the page to, or `null`. */
const errorOf = async (response: Response): Promise<string | null> => {
  const { url } = await response.json()
  return new URL(url, origin).searchParams.get("error")
}

/** Posts a form of Auth.js, with the CSRF token that it asks for. */
export async function post(agent: UserAgent, path: string, fields: Record<string, string> = {}) {
  const { csrfToken } = await (await agent.request("GET", "/api/auth/csrf")).json()
  return agent.request("POST", path, new URLSearchParams({ ...fields, csrfToken }))
}

/** Asks for a link by e-mail. Returns the error that the page is told, or `null`. */
export const askForLink = async (agent: UserAgent, email: string) =>
  errorOf(await post(agent, "/api/auth/signin/email", { email }))

/** The link in a message, as the form on the page that it leads to completes it. */
export function linkIn(mail: Mail | undefined): URL {
  const url = new URL(
    /http:\S+\/sign-in\/confirm\?[^\s"<]+/.exec(mail?.text ?? "")?.[0] ?? "no link:",
  )
  url.pathname = "/api/auth/callback/email"
  return url
}

/** Opens a link of this site. Returns the error that the page is told, or `null`. */
export const open = async (agent: UserAgent, { pathname, search }: URL) =>
  errorOf(await agent.request("GET", pathname + search))

/**
 * Signs in with the OpenID provider as whoever is signed in there, following each redirect. Returns the
 * error that the page is told, or `null`.
 */
export async function signInWithOpenId(agent: UserAgent): Promise<string | null> {
  const response = await post(agent, "/api/auth/signin/company")
  const { url }: { url: string } = await response.json()
  return open(agent, await followToSite(new URL(url)))
}

/** Signs in with a password. Returns the error that the page is told, or `null`. */
export const signInWithPassword = async (agent: UserAgent, email: string, password: string) =>
  errorOf(await post(agent, "/api/auth/callback/credentials", { email, password }))

/** Follows a provider's redirects, with its cookies, until they lead back to this site. */
async function followToSite(url: URL): Promise<URL> {
  const cookies = new Map<string, string>()
  for (let redirects = 0; url.origin !== origin; redirects++) {
    if (redirects > 9) throw new Error(`Too many redirects, at ${url}`)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
    const response = await fetch(url, { redirect: "manual", headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get("Location")
    if (!location) throw new Error(`${response.status} at ${url}: ${await response.text()}`)
    url = new URL(location, url)
  }
  return url
}
