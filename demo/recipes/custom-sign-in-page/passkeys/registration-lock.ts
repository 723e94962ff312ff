const name = "passkey-registration"

/**
 * Runs a registration. Until it's over, no tab of this site tells the
 * browser which passkeys the account has: the new one is in the
 * authenticator already, and not yet in the server's list.
 */
export async function whileRegistering<Result>(
  work: () => Promise<Result>,
): Promise<Result> {
  const { locks }: Partial<Navigator> = navigator
  return locks ? locks.request(name, { mode: "shared" }, work) : work()
}

/**
 * Runs the work, unless a registration is going on in any tab. One that
 * begins meanwhile waits for the work, so keep it short.
 *
 * @returns `undefined` if it wasn't run.
 */
export async function unlessRegistering<Result>(
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const { locks }: Partial<Navigator> = navigator
  return locks?.request(name, { ifAvailable: true }, (lock) =>
    lock ? work() : undefined,
  )
}
