import { getSession, signOut } from "next-auth/react"
import { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"
import { practice } from "../practice/practice-state"
import type { ErasedAnswer } from "../server/account"
import { rememberUse } from "./demo-storage"

/**
 * Signs the reader out.
 *
 * @throws {PasskeyError} `server` when it refused.
 */
export async function endSession(): Promise<void> {
  const answer = await signOut({ redirect: false })
  // What the server refused has no `url`: nobody is signed out.
  if (!answer.url) throw new PasskeyError("server")
}

/**
 * Deletes the reader's account, here and, where the browser can say so, from the password manager.
 *
 * @throws {PasskeyError} `server` when it refused.
 */
export async function eraseAccount(): Promise<void> {
  const response = await fetch("/api/demo/account", { method: "DELETE" })
  // 401: the account is gone already, erased in another tab.
  if (response.ok) await forgetPasskeys(await response.json())
  else if (response.status !== 401) throw new PasskeyError("server", { cause: response })
  // `update()` keeps a session that has ended. This tells every tab to ask again, this one too.
  await getSession()
  rememberUse(false)
}

/** Tells the password manager that these passkeys are of no use now, where the browser can. */
async function forgetPasskeys({ rpId, credentialIds }: ErasedAnswer) {
  const { PublicKeyCredential } = window as { PublicKeyCredential?: SignalingCredential }
  for (const credentialId of credentialIds)
    await PublicKeyCredential?.signalUnknownCredential?.({ rpId, credentialId }).catch(() => {})
  await practice.forget(credentialIds).catch(() => {})
}

/** WebAuthn L3 §5.1.10, not in TypeScript's library yet. */
type SignalingCredential = {
  signalUnknownCredential?(options: { rpId: string; credentialId: string }): Promise<void>
}
