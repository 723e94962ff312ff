import { test as base, type APIRequestContext } from "@playwright/test"
import type { SoftwarePasskey } from "./software-passkey"
import { VirtualAuthenticator } from "./virtual-authenticator"

type Fixtures = {
  /** Chromium's authenticator, in the page. */
  authenticator: VirtualAuthenticator
  /** Ceremonies without the page, which then has their session. */
  ceremonies: ReturnType<typeof ceremoniesOf>
}

export const test = base.extend<Fixtures>({
  authenticator: async ({ page }, provide) => {
    // Newer versions of Chromium refuse a ceremony in a tab that
    // doesn't have the focus.
    await page.bringToFront()
    await provide(await VirtualAuthenticator.add(page))
  },
  ceremonies: async ({ page }, provide) => {
    await provide(ceremoniesOf(page.request))
  },
})

/**
 * Both ceremonies of Auth.js over HTTP. `page.request` shares its
 * cookies with the page, so the page is signed in afterwards.
 *
 * @returns Functions that return `undefined` once signed in, or the
 * error that Auth.js reports, such as `WebAuthnVerificationError`.
 */
function ceremoniesOf(request: APIRequestContext) {
  return {
    /**
     * Creates an account for `email` with a passkey. Without `email`,
     * it adds the passkey to the account that is signed in.
     */
    register: (passkey: SoftwarePasskey, email?: string) =>
      run(request, "register", email, (options) =>
        passkey.create(options),
      ),
    /** Signs in with a passkey. */
    signIn: (passkey: SoftwarePasskey) =>
      run(request, "authenticate", undefined, (options) =>
        passkey.get(options),
      ),
  }
}

async function run(
  request: APIRequestContext,
  action: "register" | "authenticate",
  email: string | undefined,
  respond: (options: { challenge: string }) => unknown,
): Promise<string | undefined> {
  const query = new URLSearchParams({ action, ...(email && { email }) })
  const started = await request.get(
    `/api/auth/webauthn-options/passkey?${query}`,
  )
  const body = await started.json()
  // Auth.js gives no options, for example because the address has an
  // account.
  if (!started.ok()) return body.error ?? body.message
  const finished = await request.post("/api/auth/callback/passkey", {
    headers: { "X-Auth-Return-Redirect": "1" },
    form: { action, data: JSON.stringify(respond(body.options)) },
  })
  const { url } = await finished.json()
  return new URL(url).searchParams.get("error") ?? undefined
}
