/** What `GET /api/passkeys` says of a passkey, as far as it matters. */
type Passkey = { id: string; userHandle: string | null }

type PasskeyList = { rpId: string; passkeys: readonly Passkey[] }

/**
 * Tells the browser which passkeys an account has, so that password
 * managers stop offering others: WebAuthn L3 §5.1.10.3. Call it with
 * the list that the server has just sent, and with nothing older: a
 * passkey that isn't in it may be gone afterwards.
 *
 * Password managers look passkeys up by their user handle. Passkeys
 * whose handle wasn't stored are left out.
 *
 * @returns How many user handles the browser was told about. It's 0
 *   if the browser has no such method.
 */
export async function signalAccepted(
  list: PasskeyList,
): Promise<number> {
  let told = 0
  for (const [userId, ids] of idsByHandle(list.passkeys)) {
    const accepted = {
      rpId: list.rpId,
      userId,
      allAcceptedCredentialIds: ids,
    }
    if (await signal("signalAllAcceptedCredentials", accepted)) told++
  }
  return told
}

/**
 * Tells the browser which passkeys were removed: those that are missing
 * from the server's new list. A list can't say this of the last passkey
 * with its user handle, or of one whose handle wasn't stored.
 *
 * @returns How many removed passkeys the browser was told about.
 */
export async function signalRemoved(
  before: readonly Passkey[],
  now: PasskeyList,
): Promise<number> {
  const removed = before.filter(
    ({ id }) => !now.passkeys.some((kept) => kept.id === id),
  )
  let told = 0
  for (const { id } of removed)
    if (await signalUnknown(now.rpId, id)) told++
  return told
}

/**
 * Tells the browser that the server doesn't have this passkey: WebAuthn
 * L3 §5.1.10.2. Password managers may delete it. Call it only if the
 * server says so. An error of the network, or of the server, proves
 * nothing.
 *
 * @returns Whether the browser was told.
 */
export async function signalUnknown(
  rpId: string,
  credentialId: string,
): Promise<boolean> {
  return signal("signalUnknownCredential", { rpId, credentialId })
}

/**
 * Tells the browser the name of the account, which password managers
 * show beside its passkeys: WebAuthn L3 §5.1.10.4. Call it when
 * somebody has changed their e-mail address or name. The name that they
 * give a passkey in your settings is only your app's.
 *
 * @returns How many user handles the browser was told about.
 */
export async function signalUserDetails(
  { rpId, passkeys }: PasskeyList,
  name: string,
  displayName = name,
): Promise<number> {
  let told = 0
  for (const userId of idsByHandle(passkeys).keys()) {
    const details = { rpId, userId, name, displayName }
    if (await signal("signalCurrentUserDetails", details)) told++
  }
  return told
}

/**
 * Passkeys of one account can have several user handles: those that
 * were created before you stored it.
 */
function idsByHandle(passkeys: readonly Passkey[]) {
  const ids = new Map<string, string[]>()
  for (const { id, userHandle } of passkeys)
    if (userHandle)
      ids.set(userHandle, [...(ids.get(userHandle) ?? []), id])
  return ids
}

/** TypeScript's library doesn't have these methods yet. */
type Signals = Partial<
  Record<
    | "signalUnknownCredential"
    | "signalAllAcceptedCredentials"
    | "signalCurrentUserDetails",
    (options: object) => Promise<void>
  >
>

/**
 * A signal is a courtesy. If it fails, what it's about has still
 * happened, so nobody needs to see an error.
 *
 * @returns Whether the browser took it. That doesn't say whether a
 *   password manager acted on it: browsers don't tell.
 */
async function signal(name: keyof Signals, options: object) {
  if (!("PublicKeyCredential" in window)) return false
  const browser = PublicKeyCredential as unknown as Signals
  try {
    if (!browser[name]) return false
    await browser[name](options)
    return true
  } catch {
    return false
  }
}
