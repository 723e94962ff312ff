import { dialogPrompt } from "../open-prompt"
import { passkeys } from "../passkeys"
import { settingsStore } from "../settings-store"
import { installAuthenticator } from "../install-authenticator"

export { PracticeDetails } from "./practice-details"
export { PracticeDialog } from "./practice-dialog"

/** Lets the practice authenticator answer in this page. Returns what takes it out. */
export function installPracticeAuthenticator(): () => void {
  void passkeys.all()
  return installAuthenticator({
    origin: location.origin,
    store: passkeys,
    settings: settingsStore.get,
    prompt: dialogPrompt,
  })
}

/** @param credentialIds base64url. */
export async function forgetPasskeys(credentialIds: string[]): Promise<void> {
  for (const id of credentialIds) await passkeys.delete(id)
}
