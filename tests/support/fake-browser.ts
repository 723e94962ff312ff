import { vi } from "vitest"

/** A passkey's answer as a browser gives it: with bytes, and with `toJSON()` unless a test says otherwise. */
export function credentialWith(response: Record<string, unknown>, json?: unknown) {
  return {
    id: "AQID",
    rawId: new Uint8Array([1, 2, 3]).buffer,
    type: "public-key",
    authenticatorAttachment: "platform",
    getClientExtensionResults: () => ({}),
    response,
    ...(json !== undefined && { toJSON: () => json }),
  }
}

export type Asked = CredentialRequestOptions & CredentialCreationOptions

/** A prompt that is open: how the person answers it. */
export type Prompt = {
  asked: Asked
  answer: (credential: unknown) => void
  fail: (name: string) => void
}

type Answer = () => Response | Promise<Response>

const options = {
  challenge: "Y2hhbGxlbmdl",
  rpId: "app.example",
  rp: { id: "app.example", name: "The app" },
  user: { id: "AAECAwQF", name: "ada", displayName: "Ada" },
  pubKeyCredParams: [{ type: "public-key", alg: -7 }],
  excludeCredentials: [{ id: "BwgJ", type: "public-key", transports: ["internal"] }],
}

/**
 * What the recipe's browser code needs around it: WebAuthn, `fetch`, and a page with a focus. Nothing in
 * it knows the recipe.
 */
export class FakeBrowser {
  readonly prompts: Prompt[] = []
  readonly requests: { path: string; init: RequestInit | undefined }[] = []
  readonly forgotten: unknown[] = []
  readonly page = Object.assign(new EventTarget(), { hasFocus: () => this.hasFocus })
  readonly window = Object.assign(new EventTarget(), { isSecureContext: true })
  readonly tabs = new EventTarget()
  hasFocus = true
  answers: Record<string, Answer> = {
    "/api/auth/webauthn-options/passkey": () => Response.json({ options }),
    "/api/auth/callback/passkey": () => Response.json({ url: "https://app.example/" }),
    "/api/passkeys/known": () => new Response("<h1>404</h1>", { status: 404 }),
  }

  /** @param statics What its `PublicKeyCredential` has. */
  constructor(statics: Record<string, unknown> = {}) {
    const ask = (asked: Asked) => {
      const { signal } = asked
      return new Promise((resolve, reject) => {
        const fail = (name: string) => reject(new DOMException("", name))
        if (signal?.aborted) return reject(signal.reason)
        signal?.addEventListener("abort", () => reject(signal.reason))
        this.prompts.push({ asked, answer: resolve, fail })
      })
    }
    const signals = {
      signalUnknownCredential: async (credential: unknown) => void this.forgotten.push(credential),
    }
    vi.stubGlobal("window", this.window)
    vi.stubGlobal("document", this.page)
    vi.stubGlobal("location", new URL("https://app.example/sign-in"))
    vi.stubGlobal("navigator", { credentials: { create: ask, get: ask } })
    vi.stubGlobal("Element", FakeElement)
    const { tabs } = this
    vi.stubGlobal(
      "BroadcastChannel",
      class {
        postMessage() {}
        addEventListener = tabs.addEventListener.bind(tabs)
      },
    )
    const credential = Object.assign(() => {}, signals, statics)
    vi.stubGlobal("PublicKeyCredential", credential)
    Object.assign(this.window, { PublicKeyCredential: credential })
    vi.stubGlobal("fetch", async (input: string, init?: RequestInit) => {
      const path = input.replace(/\?.*/, "")
      this.requests.push({ path, init })
      init?.signal?.throwIfAborted()
      const aborted = new Promise<never>((_, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      )
      const answer = this.answers[path]
      if (!answer) throw new TypeError("Failed to fetch")
      return Promise.race([answer(), aborted])
    })
  }

  count = (path: string) => this.requests.filter((request) => request.path === path).length

  /** The newest prompt, once it is open. */
  async prompt(number = 1): Promise<Prompt> {
    await vi.waitFor(() => {
      if (this.prompts.length < number) throw new Error(`No prompt ${number}`)
    })
    return this.prompts[number - 1]!
  }

  /** Somebody touches a field with this `autocomplete`. */
  touch(autocomplete: string) {
    const event = new Event("focusin")
    Object.defineProperty(event, "target", { value: new FakeElement(autocomplete) })
    this.page.dispatchEvent(event)
  }
}

class FakeElement {
  constructor(private readonly autocomplete: string) {}
  matches = (selector: string) =>
    selector === "input[autocomplete~='webauthn']" &&
    this.autocomplete.split(" ").includes("webauthn")
}
