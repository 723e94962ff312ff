import { nativePublicKeyCredential } from "../capabilities/native"
import type { PracticeAuthenticator } from "./authenticator"
import { createCredential } from "./create-credential"
import { discoverCredential } from "./discover-credential"
import { practiceInterface } from "./practice-interface"

/**
 * Puts the practice authenticator where pages look for authenticators: at `navigator.credentials`
 * and at `window.PublicKeyCredential`, also in a browser that has neither.
 *
 * @returns Takes it out. What somebody has put on top of it meanwhile stays, and reaches the
 *   browser's own authenticators again.
 */
export function installAuthenticator(authenticator: PracticeAuthenticator): () => void {
  const own = navigator.credentials as CredentialsContainer | undefined
  if (!own) define(navigator, "credentials", {})
  const container = navigator.credentials
  let answers = true

  /** The practice passkey's function while it answers, and the browser's own afterwards. */
  function exchange<Call extends "create" | "get">(
    call: Call,
    practice: (options: Parameters<CredentialsContainer[Call]>[0]) => Promise<unknown>,
  ) {
    const before = Object.getOwnPropertyDescriptor(container, call)
    const original = container[call] as (...options: unknown[]) => Promise<unknown>
    const exchanged = async (options?: CredentialCreationOptions & CredentialRequestOptions) => {
      // Passwords and the like are none of its business.
      if (answers && (options?.publicKey || !own)) return practice(options)
      return original.call(container, options)
    }
    define(container, call, exchanged)
    return () => {
      if ((container[call] as unknown) !== exchanged) return
      if (before) Object.defineProperty(container, call, before)
      else Reflect.deleteProperty(container, call)
    }
  }

  const restore = [
    exchange("create", (options) => createCredential(authenticator, options ?? {})),
    exchange("get", (options) => discoverCredential(authenticator, options ?? {})),
  ]
  define(window, "PublicKeyCredential", practiceInterface(authenticator))
  return () => {
    answers = false
    for (const undo of restore) undo()
    if (!own) Reflect.deleteProperty(navigator, "credentials")
    if (nativePublicKeyCredential) define(window, "PublicKeyCredential", nativePublicKeyCredential)
    else Reflect.deleteProperty(window, "PublicKeyCredential")
  }
}

function define(object: object, name: string, value: unknown) {
  Object.defineProperty(object, name, { value, configurable: true, writable: true })
}
