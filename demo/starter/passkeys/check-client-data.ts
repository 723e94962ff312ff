import { decodeClientDataJSON } from "simplewebauthn-server-14/helpers"

/**
 * Refuses a ceremony that ran in a frame on a page of another origin. WebAuthn L3 §7.1 steps 10 and
 * 11, §7.2 steps 13 and 14. If other sites may frame your sign-in, compare `topOrigin` with theirs.
 *
 * @throws {Error} Which page it was framed by, where the browser tells.
 */
export function checkClientData(clientDataJSON: string) {
  const { crossOrigin, topOrigin } = decodeClientDataJSON(clientDataJSON)
  if (crossOrigin || topOrigin !== undefined)
    throw new Error(`Unexpected ceremony in a cross-origin frame, top origin "${topOrigin}"`)
}
