import type { NextAuthConfig } from "next-auth"
import type { Adapter } from "next-auth/adapters"
import Passkey from "next-auth/providers/passkey"
import { beforeEach, describe, expect, test } from "vitest"
import { memoryAdapter } from "../../demo/recipes/adapter-contract/memory-adapter"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

let log: () => string

beforeEach(() => {
  stubEnvironment()
  log = watchLog()
})

/** Of an adapter that was written before passkeys. */
const passkeyMethods = [
  "getAccount",
  "getAuthenticator",
  "createAuthenticator",
  "listAuthenticatorsByUserId",
  "updateAuthenticatorCounter",
]

const adapterWithout = (methods: string[]) =>
  Object.fromEntries(
    Object.entries(memoryAdapter()).filter(([name]) => !methods.includes(name)),
  ) as Adapter

type Mistake = [
  what: string,
  error: ReturnType<typeof reproduces>,
  changes: Partial<NextAuthConfig>,
]

/** The starter's configuration, each with one mistake. */
const mistakes: Mistake[] = [
  ["no flag", reproduces("experimental-feature-not-enabled"), { experimental: {} }],
  ["no adapter", reproduces("missing-adapter"), { adapter: undefined }],
  [
    "an adapter without passkeys",
    reproduces("missing-adapter-methods"),
    { adapter: adapterWithout(passkeyMethods) },
  ],
  [
    "an adapter that lacks a session method",
    reproduces("missing-adapter-methods", [0]),
    { adapter: adapterWithout(["createSession"]) },
  ],
  [
    "two providers",
    reproduces("duplicate-conditional-ui"),
    { providers: [Passkey, Passkey({ id: "security-key" })] },
  ],
  [
    "a field without autofill",
    reproduces("missing-webauthn-autocomplete"),
    { providers: [Passkey({ formFields: { email: { label: "Address" } } })] },
  ],
  [
    "no field",
    reproduces("missing-webauthn-autocomplete"),
    { providers: [Passkey({ formFields: {} })] },
  ],
  ...["9.0.1", "^9.0.1", "latest", "v9.0.1-beta.1"].map((version): Mistake => [
    `version ${version}`,
    reproduces("simplewebauthn-browser-version"),
    { providers: [Passkey({ simpleWebAuthnBrowserVersion: version as "v9.0.1" })] },
  ]),
]

describe("every request is answered with 500, and the log says why", () => {
  test.each(mistakes)("%s", async (_, error, changes) => {
    const answer = await ask(stockConfig(changes))
    expect(answer.status).toBe(500)
    expect(error.missingIn([log()])).toEqual([])
    expect(reproduces("server-configuration", [0]).missingIn([answer.body])).toEqual([])
    const page = await ask(stockConfig(changes), "/api/auth/signin")
    expect(page.status).toBe(500)
    expect(reproduces("server-configuration", [2]).missingIn([textOf(page.body)])).toEqual([])
  })
})

/** What a person reads of the built-in page. */
const textOf = (html: string) => {
  const [, heading = ""] = /<h1>(.*?)<\/h1>/.exec(html) ?? []
  const [, message = ""] = /<div class="message">(.*?)<\/div>\s*<\/div>/.exec(html) ?? []
  return `${heading}: ${message.replace(/<[^>]*>/g, " ")}`
}

test("one flag or adapter in a process demands it of every configuration", async () => {
  expect((await ask(stockConfig())).status).toBe(200)
  expect((await ask({ providers: [] })).status).toBe(500)
  expect(reproduces("experimental-feature-not-enabled").missingIn([log()])).toEqual([])
  const withFlag = { providers: [], experimental: { enableWebAuthn: true } }
  expect((await ask(withFlag)).status).toBe(500)
  expect(reproduces("missing-adapter").missingIn([log()])).toEqual([])
})

test("methods in a prototype are lost when an adapter is spread", async () => {
  class ClassAdapter {}
  Object.assign(ClassAdapter.prototype, memoryAdapter())
  const adapter = new ClassAdapter() as Adapter
  expect((await ask(stockConfig({ adapter }))).status).toBe(200)
  expect((await ask(stockConfig({ adapter: { ...adapter } }))).status).toBe(500)
})
