import { decodeClientDataJSON } from "simplewebauthn-server-14/helpers"

/**
 * Rejects a ceremony that ran in a frame on another site: WebAuthn L3 §7.1 steps 10 and 11, §7.2 steps
 * 13 and 14. If other sites may frame your sign-in page, compare `topOrigin` with their origins.
 *
 * @throws {Error} With the origin of the outer page, if the browser reports it.
 */
export function checkClientData(clientDataJSON: string) {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(clientDataJSON)
  if (crossOrigin || topOrigin !== undefined)
    throw new Error(`Unexpected ceremony in a cross-origin frame, top origin "${topOrigin}"`)
}
