import { LabError } from "./lab-requests"

/** How long, in milliseconds, to wait in a browser that shows a prompt instead of refusing. */
const maxWaitMs = 3_000

/**
 * Asks for a passkey in a frame that isn't allowed to. The frame is empty and of this page's own origin,
 * so that the page needs no other policy, and asks through the frame's `navigator`.
 *
 * @returns The browser's own exception, as `name: message`.
 * @throws {LabError} Where the browser has no passkeys, or asked for one after all.
 */
export async function askInFrame(): Promise<string> {
  const frame = document.createElement("iframe")
  frame.allow = "publickey-credentials-get 'none'"
  frame.title = "A frame that may not use passkeys"
  frame.hidden = true
  document.body.append(frame)
  try {
    const { credentials } = (frame.contentWindow?.navigator ?? {}) as Partial<Navigator>
    if (!credentials || !window.isSecureContext)
      throw new LabError("This browser has no passkeys to ask for here.")
    const challenge = crypto.getRandomValues(new Uint8Array(32))
    const asked = credentials.get({
      publicKey: { challenge, userVerification: "required" },
      signal: AbortSignal.timeout(maxWaitMs),
    })
    const { name, message } = await asked.then(
      () => new LabError("This browser asked for a passkey in the frame."),
      (error: Error) => error,
    )
    if (name === "LabError") throw new LabError(message)
    return `${name}: ${message}`
  } finally {
    frame.remove()
  }
}
