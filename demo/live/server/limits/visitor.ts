import { createHmac } from "node:crypto"
import type { IncomingMessage } from "node:http"
import { clientAddress } from "./client-address"
import { networksOf, type Network } from "./networks.mjs"
import { returningPasskey } from "./returning-visitor"

/** Whose attempts are counted. */
export type Visitor = {
  /** The networks they come from, the narrowest first. Their names are hashes. */
  networks: Network[]
  /** Stands for the passkey that this browser has used before. */
  returning?: string
}

/**
 * Who sent a request, as the limits count. Networks are stored as hashes keyed with `AUTH_SECRET`,
 * so that whoever reads the table learns no address.
 */
export function visitorOf(req: IncomingMessage): Visitor {
  const networks = networksOf(clientAddress(req)).map(({ prefix, name }) => ({
    prefix,
    name: createHmac("sha256", process.env.AUTH_SECRET ?? "")
      .update(`network ${name}`)
      .digest("base64url")
      .slice(0, 22),
  }))
  return { networks, returning: returningPasskey(req.headers.cookie) }
}
