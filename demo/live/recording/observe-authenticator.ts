import type { RecordedPrompt } from "./ceremony"
import { toJson, credentialToJson } from "./to-json"
import type { Recording } from "./recording"

type Call = RecordedPrompt["call"]

/**
 * Notes what a ceremony asks of the authenticator. It looks on at whatever stands at
 * `navigator.credentials` now, the browser's or the practice passkey's, until it has been asked.
 *
 * @returns Stops looking on.
 */
export function observeAuthenticator(recording: Recording): () => void {
  const stops: (() => void)[] = []
  const stop = () => stops.splice(0).forEach((stop) => stop())
  for (const call of ["create", "get"] as const)
    stops.push(lookOn(navigator.credentials, call, recording, stop))
  return stop
}

function lookOn(
  container: CredentialsContainer,
  call: Call,
  recording: Recording,
  stop: () => void,
) {
  const own = Object.getOwnPropertyDescriptor(container, call)
  const original: CredentialsContainer[Call] = container[call]
  const watching = async (argument?: CredentialCreationOptions & CredentialRequestOptions) => {
    let end: ReturnType<typeof begin>
    try {
      end = begin(recording, call, argument)
    } catch {
      // Then this is not on the record.
    }
    if (end) stop()
    try {
      const credential = await original.call(container, argument)
      end?.(credential)
      return credential
    } catch (error) {
      end?.(undefined, error)
      throw error
    }
  }
  Object.defineProperty(container, call, { value: watching, configurable: true, writable: true })
  return () => {
    if (container[call] !== watching) return
    if (own) Object.defineProperty(container, call, own)
    else Reflect.deleteProperty(container, call)
  }
}

/** Notes the prompt, if it is the ceremony's own. Returns what notes how it ended. */
function begin(
  recording: Recording,
  call: Call,
  argument?: CredentialCreationOptions & CredentialRequestOptions,
) {
  if (!argument?.publicKey || !recording.expects("authenticator")) return undefined
  const { mediation, publicKey } = argument
  const challenge = toJson(publicKey.challenge)
  if (typeof challenge !== "string" || !recording.hasChallenge(challenge)) return undefined
  const options = { ...(mediation && { mediation }), publicKey: toJson(publicKey) }
  const end = recording.begin(
    { what: "authenticator", call, options },
    document.documentElement.dataset.practicePasskey === "on",
  )
  return (credential: Credential | null | undefined, failure?: unknown) => {
    try {
      if (credential) return end({ response: credentialToJson(credential as PublicKeyCredential) })
      const { name, message } = failure instanceof Error ? failure : new Error(String(failure))
      end({ error: { name, message } }, `${name}: ${message}`)
    } catch {
      recording.abandon()
    }
  }
}
