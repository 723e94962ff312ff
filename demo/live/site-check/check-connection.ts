import { wrong, type Finding } from "./finding"

/** What `curl -S` says where no response came, by its exit code (`man curl`, "Exit codes"). */
export function checkConnection(text: string): Finding | undefined {
  const code = /^curl: \((\d+)\) /m.exec(text)?.[1]
  if (!code) return undefined
  return (
    causes[code] ??
    wrong(
      "No response came",
      `The manual of curl explains its exit code ${code}, under "Exit codes".`,
    )
  )
}

const unreachable = wrong(
  "The site can't be reached",
  "The proxy isn't running, listens on another port, or a firewall is in the way.",
  "/deploy/proxy",
)

const causes: Record<string, Finding> = {
  6: wrong(
    "The host name has no address",
    "DNS doesn't know it. Check its spelling, and its A or AAAA record.",
  ),
  7: unreachable,
  28: unreachable,
  35: wrong(
    "The TLS connection failed",
    "Something answers, but not with TLS. Check the port and the certificate in the proxy's configuration.",
    "/deploy/proxy",
  ),
  52: wrong(
    "The response was empty",
    "Something closed the connection: the app while it was starting or stopping, or a server that expects https.",
  ),
  60: wrong(
    "The certificate isn't valid for this address",
    "It has expired, is for another name, comes without its intermediate certificates, or isn't signed by an authority that curl trusts. Browsers warn about it too, and may refuse passkeys.",
    "/errors/insecure-context",
  ),
}
