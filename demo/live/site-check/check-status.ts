import { doubtful, wrong, type Finding } from "./finding"
import { headerOf, type PastedResponse } from "./read-response"

/** What the status says where it isn't 200. */
export function checkStatus(response: PastedResponse, address: URL): Finding[] {
  const { status, body } = response
  if (status === 200) return []
  if (status >= 300 && status < 400 && status !== 304) return checkRedirect(response, address)
  if (body.includes("problem with the server configuration"))
    return [
      wrong(
        "Auth.js refuses to work",
        "Its configuration is wrong. The server's log says what's wrong: behind a proxy, it's often UntrustedHost. Set AUTH_URL to your public address.",
        "/errors/server-configuration",
      ),
    ]
  const explained = explanations[status]?.(response)
  if (explained) return [explained]
  const why = status >= 400 ? "The server's log says why." : "To check it, a response needs a body."
  return [wrong(`The status is ${status}`, why)]
}

function checkRedirect(response: PastedResponse, address: URL): Finding[] {
  const location = headerOf(response, "location") ?? ""
  const target = URL.canParse(location, address) ? new URL(location, address) : undefined
  if (!target) return [wrong("A redirect without an address", "Location can't be read.")]
  const error = target.searchParams.get("error")
  if (error)
    return [wrong(`Auth.js ended with error=${error}`, "The server's log says why.", "/errors")]
  if (target.host === "vercel.com") return [refused]
  if (target.host !== address.host || target.protocol !== address.protocol) {
    const isLocal = ["localhost", "127.0.0.1", "0.0.0.0"].includes(target.hostname)
    if (isLocal)
      return [
        wrong(
          `It redirects to ${target.origin}`,
          "That's the address behind the proxy. Set AUTH_URL to the public one.",
          "/deploy/proxy#what-goes-wrong",
        ),
      ]
    return [
      doubtful(
        `It redirects to ${target.origin}`,
        "AUTH_URL must be the address where people end up. Check the response there.",
      ),
    ]
  }
  const withoutSlash = (path: string) => path.replace(/\/$/, "")
  if (isForOptions(address) && withoutSlash(target.pathname) !== withoutSlash(address.pathname))
    return [
      wrong(
        `Requests to Auth.js are redirected to ${target.pathname}`,
        "Nobody can sign in if /api/auth needs a sign-in. Leave it out of the matcher in your proxy.ts or middleware.ts.",
        "/existing-app#split-configuration",
      ),
    ]
  return [doubtful(`It redirects to ${target.pathname}`, "Check the response there.")]
}

/** Whether an address is the one that gives options for a ceremony. */
export const isForOptions = ({ pathname }: URL) => pathname.includes("/webauthn-options/")

const refused = wrong(
  "Something in front of the app wants a sign-in",
  "It isn't Auth.js that refused. For Vercel's Deployment Protection or a password of your proxy, send its secret with curl too.",
  "/deploy/vercel#previews",
)

const explanations: Record<number, (response: PastedResponse) => Finding | undefined> = {
  400: ({ body }) => {
    if (body.includes("Invalid request"))
      return wrong(
        "Auth.js refuses the request",
        "The e-mail address already has an account, or none was given. To check, use an address without an account.",
        "/errors/invalid-request",
      )
    if (/cookie too large/i.test(body)) return tooLarge
    return undefined
  },
  401: () => refused,
  403: () => refused,
  404: () =>
    wrong(
      "Nothing is at this address",
      "Is Auth.js served at /api/auth? If the proxy changes the path, make it pass the path on unchanged.",
    ),
  429: () => doubtful("Too many requests", "A limit was reached. Wait, and try again."),
  431: () => tooLarge,
  502: () =>
    wrong(
      "The proxy got no valid response from the app",
      "The app isn't running at the address in the proxy's configuration, or the headers of its response are too big for the proxy's buffer.",
      "/deploy/proxy#what-goes-wrong",
    ),
  503: () => wrong("The app is unavailable", "Its database may be down: see the log."),
  504: () => wrong("The app takes too long", "Its database may be slow or locked: see the log."),
}

const tooLarge = wrong(
  "The request's headers are too large",
  "A browser with many cookies on this domain can't sign in. Delete cookies, and raise the proxy's limit.",
  "/deploy/proxy#what-goes-wrong",
)
