import { registerPasskey } from "@/passkeys/ceremony"

/**
 * How long the browser may take. People wait for it, and don't know
 * what for.
 */
const timeoutMs = 5_000

/**
 * Creates a passkey without a prompt (conditional create), if the
 * browser does so: just after its password manager has filled in the
 * password of this account. Nobody asked for it, so there are no
 * errors.
 *
 * Ends an autofill that still waits for a passkey. If the server
 * refuses the new one, the browser is told to forget it.
 *
 * @returns Whether there is a new passkey.
 */
export async function createWithoutPrompt(
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const { conditionalCreate } =
      await PublicKeyCredential.getClientCapabilities()
    if (!conditionalCreate || signal.aborted) return false
    await registerPasskey(undefined, undefined, {
      mediation: "conditional",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    return true
  } catch {
    return false
  }
}
