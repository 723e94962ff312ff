import type { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"

/**
 * The id under which the server's log has the request that failed. `undefined` where nobody needs to
 * look: what the server turned down with 4xx, it has explained.
 */
export function requestIdOf({ cause }: PasskeyError): string | undefined {
  if (!(cause instanceof Response) || (cause.status >= 400 && cause.status < 500)) return undefined
  return cause.headers.get("X-Request-Id") ?? undefined
}
