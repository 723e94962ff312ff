import * as server9 from "@simplewebauthn/server"
import * as server14 from "simplewebauthn-server-14"
import { describe, expect, test } from "vitest"
import { decodeAnything } from "../../demo/live/webauthn/decode-anything"
import { problemsOf } from "../../demo/live/webauthn/field"
import type { Obstacle, PracticeAuthenticator } from "../../demo/live/practice/authenticator"
import { createCredential } from "../../demo/live/practice/create-credential"
import { discoverCredential } from "../../demo/live/practice/discover-credential"
import { memoryStore } from "../../demo/live/practice/memory-store"
import { defaultSettings, type PracticeSettings } from "../../demo/live/practice/practice-settings"

const origin = "https://guide.passkeys.example"
const rpId = "guide.passkeys.example"
const challenge = new TextEncoder().encode("a challenge")
const asText = (bytes: ArrayBuffer | Uint8Array) =>
  Buffer.from(new Uint8Array(bytes)).toString("base64url")

/** An authenticator whose person agrees to everything, unless a test says otherwise. */
function authenticatorWith(
  settings: Partial<PracticeSettings> = {},
  person: Partial<PracticeAuthenticator["prompt"]> = {},
) {
  const told: Obstacle["why"][] = []
  const authenticator: PracticeAuthenticator = {
    origin,
    store: memoryStore(),
    settings: () => ({ ...defaultSettings, ...settings }),
    prompt: {
      confirm: async () => true,
      choose: async ({ passkeys }) => passkeys.at(-1),
      tell: async ({ why }) => void told.push(why),
      ...person,
    },
  }
  return { authenticator, settings, told }
}

const user = (name = "ada") => ({
  id: new TextEncoder().encode(name),
  name: `${name}@passkeys.example`,
  displayName: name,
})
const parameters = (...algorithms: number[]) =>
  algorithms.map((alg) => ({ type: "public-key" as const, alg }))

const registering = (
  options: Partial<PublicKeyCredentialCreationOptions> = {},
): { publicKey: PublicKeyCredentialCreationOptions } => ({
  publicKey: {
    challenge,
    rp: { id: rpId, name: "The guide" },
    user: user(),
    pubKeyCredParams: parameters(-8, -7, -257),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    ...options,
  },
})
const signingIn = (options: Partial<PublicKeyCredentialRequestOptions> = {}) => ({
  publicKey: { challenge, rpId, userVerification: "required" as const, ...options },
})

const expected = {
  expectedChallenge: asText(challenge),
  expectedOrigin: origin,
  expectedRPID: rpId,
  requireUserVerification: true,
}

type Created = Awaited<ReturnType<typeof createCredential>>
type Found = Awaited<ReturnType<typeof discoverCredential>>

/** What the server has after a registration. Both versions must agree. */
async function register(created: Created, options: Partial<typeof expected> = {}) {
  const response = created.toJSON() as never
  const [by9, by14] = await Promise.all([
    server9.verifyRegistrationResponse({ ...expected, ...options, response }),
    server14.verifyRegistrationResponse({ ...expected, ...options, response }),
  ])
  expect(by9.verified).toBe(true)
  expect(by14.verified).toBe(true)
  if (!by14.registrationInfo) throw new Error("Not verified")
  return by14.registrationInfo
}

async function signIn(
  found: Found,
  { credential }: Awaited<ReturnType<typeof register>>,
  options: Partial<typeof expected> = {},
) {
  return server14.verifyAuthenticationResponse({
    ...expected,
    ...options,
    response: found.toJSON() as never,
    credential,
  })
}

describe.each([
  ["ES256", -7],
  ["RS256", -257],
] as const)("a practice passkey with %s", (name, algorithm) => {
  test("registers and signs in, and the inspector finds nothing wrong", async () => {
    const { authenticator } = authenticatorWith({ algorithms: name })
    const created = await createCredential(authenticator, registering())
    const registered = await register(created)
    expect(registered).toMatchObject({
      fmt: "none",
      aaguid: "00000000-0000-0000-0000-000000000000",
      userVerified: true,
      credentialDeviceType: "multiDevice",
      credentialBackedUp: true,
      credential: { id: created.id, counter: 0 },
    })
    expect(created.response.getPublicKeyAlgorithm()).toBe(algorithm)
    expect(created.authenticatorAttachment).toBe("platform")
    expect(asText(created.rawId)).toBe(created.id)

    const found = await discoverCredential(authenticator, signingIn())
    expect(await signIn(found, registered)).toMatchObject({
      verified: true,
      authenticationInfo: { newCounter: 0, userVerified: true },
    })
    expect(asText(found.response.userHandle)).toBe(asText(user().id))
    for (const credential of [created, found]) {
      const decoded = decodeAnything(JSON.stringify(credential))
      expect(problemsOf(decoded.sections)).toEqual([])
    }
  })

  test("has a public key that WebCrypto reads, and a private key that it does not", async () => {
    const { authenticator } = authenticatorWith({ algorithms: name })
    const { response } = await createCredential(authenticator, registering())
    const parameters =
      name === "ES256"
        ? { name: "ECDSA", namedCurve: "P-256" }
        : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
    await crypto.subtle.importKey("spki", response.getPublicKey(), parameters, false, ["verify"])
    const [passkey] = await authenticator.store.all()
    expect(passkey?.privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey("pkcs8", passkey!.privateKey)).rejects.toThrow()
  })

  test("attests itself when it is asked to", async () => {
    const { authenticator } = authenticatorWith({ algorithms: name })
    const created = await createCredential(authenticator, registering({ attestation: "direct" }))
    expect((await register(created)).fmt).toBe("packed")
  })
})

test("500 signatures in a row are valid", async () => {
  const { authenticator } = authenticatorWith()
  const registered = await register(await createCredential(authenticator, registering()))
  for (let signed = 0; signed < 500; signed++) {
    const found = await discoverCredential(authenticator, signingIn())
    expect((await signIn(found, registered)).verified).toBe(true)
  }
}, 30_000)

describe("algorithms", () => {
  test.each([
    { asked: [-8, -257, -7], known: "both", made: -257 },
    { asked: [-7, -257], known: "both", made: -7 },
    { asked: [-7, -257], known: "RS256", made: -257 },
    { asked: [], known: "both", made: -7 },
  ] as const)("of $asked, knowing $known, it makes $made", async ({ asked, known, made }) => {
    const { authenticator } = authenticatorWith({ algorithms: known })
    const options = registering({ pubKeyCredParams: parameters(...asked) })
    const { response } = await createCredential(authenticator, options)
    expect(response.getPublicKeyAlgorithm()).toBe(made)
  })

  test.each([
    { asked: parameters(-8), known: "both" },
    { asked: parameters(-7), known: "RS256" },
    { asked: [{ type: "other" as never, alg: -7 }], known: "both" },
  ] as const)("of $asked, knowing $known, it makes none", async ({ asked, known }) => {
    const { authenticator } = authenticatorWith({ algorithms: known })
    const options = registering({ pubKeyCredParams: [...asked] })
    await expect(createCredential(authenticator, options)).rejects.toMatchObject({
      name: "NotSupportedError",
    })
    expect(await authenticator.store.all()).toEqual([])
  })
})

describe("user verification", () => {
  const preferred = { authenticatorSelection: { userVerification: "preferred" as const } }

  test("off, what requires it is refused, and the person is told why", async () => {
    const { authenticator, settings, told } = authenticatorWith({ userVerification: "off" })
    await expect(createCredential(authenticator, registering())).rejects.toMatchObject({
      name: "NotAllowedError",
    })
    settings.userVerification = "on"
    await createCredential(authenticator, registering())
    settings.userVerification = "off"
    await expect(discoverCredential(authenticator, signingIn())).rejects.toMatchObject({
      name: "NotAllowedError",
    })
    expect(told).toEqual(["user-verification", "user-verification"])
  })

  test("off, it signs without the flag, and a server that requires it refuses", async () => {
    const { authenticator } = authenticatorWith({ userVerification: "off" })
    const created = await createCredential(
      authenticator,
      registering({
        authenticatorSelection: { ...preferred.authenticatorSelection, residentKey: "required" },
      }),
    )
    await expect(register(created)).rejects.toThrow("User verification required")
    const registered = await register(created, { requireUserVerification: false })
    expect(registered.userVerified).toBe(false)
    const found = await discoverCredential(
      authenticator,
      signingIn({ userVerification: "preferred" }),
    )
    await expect(signIn(found, registered)).rejects.toThrow("User verification required")
  })

  test("on, it is done unless it is discouraged", async () => {
    const { authenticator } = authenticatorWith()
    const verified = await createCredential(authenticator, registering(preferred))
    expect((await register(verified)).userVerified).toBe(true)
    const not = await createCredential(
      authenticator,
      registering({ authenticatorSelection: { userVerification: "discouraged" } }),
    )
    expect((await register(not, { requireUserVerification: false })).userVerified).toBe(false)
  })
})

describe("counters and backup", () => {
  test("a passkey that counts goes on counting when new ones do not", async () => {
    const { authenticator, settings } = authenticatorWith({ counter: "counting" })
    const registered = await register(await createCredential(authenticator, registering()))
    settings.counter = "none"
    for (const count of [1, 2, 3]) {
      const found = await discoverCredential(authenticator, signingIn())
      const { authenticationInfo } = await signIn(found, registered)
      expect(authenticationInfo.newCounter).toBe(count)
      registered.credential.counter = count
    }
  })

  test("at the same time it counts two uses to two numbers", async () => {
    const { authenticator } = authenticatorWith({ counter: "counting" })
    await createCredential(authenticator, registering())
    await Promise.all([1, 2].map(() => discoverCredential(authenticator, signingIn())))
    expect((await authenticator.store.all())[0]?.signCount).toBe(2)
  })

  test.each([
    { backup: "not-eligible", type: "singleDevice", backedUp: false },
    { backup: "eligible", type: "multiDevice", backedUp: false },
    { backup: "backed-up", type: "multiDevice", backedUp: true },
  ] as const)("$backup: $type, backed up: $backedUp", async ({ backup, type, backedUp }) => {
    const { authenticator } = authenticatorWith({ backup })
    expect(await register(await createCredential(authenticator, registering()))).toMatchObject({
      credentialDeviceType: type,
      credentialBackedUp: backedUp,
    })
  })

  test("the backup state changes, eligibility does not", async () => {
    const { authenticator, settings } = authenticatorWith({ backup: "eligible" })
    const eligible = await register(await createCredential(authenticator, registering()))
    const state = async (registered: typeof eligible) => {
      const found = await discoverCredential(authenticator, signingIn())
      const { authenticationInfo } = await signIn(found, registered)
      return [authenticationInfo.credentialDeviceType, authenticationInfo.credentialBackedUp]
    }
    settings.backup = "backed-up"
    expect(await state(eligible)).toEqual(["multiDevice", true])
    settings.backup = "not-eligible"
    expect(await state(eligible)).toEqual(["multiDevice", false])

    const bound = await register(
      await createCredential(authenticator, registering({ user: user("grace") })),
    )
    settings.backup = "backed-up"
    expect(await state(bound)).toEqual(["singleDevice", false])
  })
})

describe("which passkey", () => {
  test("an excluded one makes no other, and says so only to who agrees", async () => {
    let agrees = true
    const { authenticator } = authenticatorWith({}, { confirm: async () => agrees })
    const { rawId } = await createCredential(authenticator, registering())
    const again = registering({ excludeCredentials: [{ type: "public-key", id: rawId }] })
    await expect(createCredential(authenticator, again)).rejects.toMatchObject({
      name: "InvalidStateError",
    })
    agrees = false
    await expect(createCredential(authenticator, again)).rejects.toMatchObject({
      name: "NotAllowedError",
    })
    expect(await authenticator.store.all()).toHaveLength(1)
  })

  test("a new one for the same account takes the place of the old", async () => {
    const { authenticator } = authenticatorWith()
    await createCredential(authenticator, registering())
    const { id } = await createCredential(authenticator, registering())
    expect((await authenticator.store.all()).map((passkey) => passkey.id)).toEqual([id])
  })

  test("several are offered; allowCredentials narrows them", async () => {
    const offered: string[][] = []
    const { authenticator } = authenticatorWith(
      {},
      {
        choose: async ({ passkeys }) => {
          offered.push(passkeys.map(({ displayName }) => displayName))
          return passkeys[0]
        },
      },
    )
    const made = await createCredential(authenticator, registering({ user: user("ada") }))
    const second = await createCredential(authenticator, registering({ user: user("grace") }))
    expect((await discoverCredential(authenticator, signingIn())).id).toBe(made.id)
    const allowCredentials = [{ type: "public-key" as const, id: second.rawId }]
    const found = await discoverCredential(authenticator, signingIn({ allowCredentials }))
    expect(found.id).toBe(second.id)
    expect(offered).toEqual([["ada", "grace"], ["grace"]])
  })

  test("one that is not discoverable is found by its id only", async () => {
    const { authenticator, told } = authenticatorWith()
    const created = await createCredential(
      authenticator,
      registering({
        authenticatorSelection: { residentKey: "discouraged" },
        extensions: { credProps: true },
      }),
    )
    expect(created.getClientExtensionResults()).toEqual({ credProps: { rk: false } })
    await expect(discoverCredential(authenticator, signingIn())).rejects.toMatchObject({
      name: "NotAllowedError",
    })
    expect(told).toEqual(["no-passkey"])
    const allowCredentials = [{ type: "public-key" as const, id: created.rawId }]
    const found = await discoverCredential(authenticator, signingIn({ allowCredentials }))
    expect(found.id).toBe(created.id)
  })

  test("one of another RP ID is not offered", async () => {
    const { authenticator } = authenticatorWith()
    await createCredential(authenticator, registering())
    await expect(
      discoverCredential(authenticator, signingIn({ rpId: "passkeys.example" })),
    ).rejects.toMatchObject({ name: "NotAllowedError" })
  })

  test("who asks for a security key is told that there is none", async () => {
    const { authenticator, told } = authenticatorWith()
    const authenticatorSelection = { authenticatorAttachment: "cross-platform" as const }
    await expect(
      createCredential(authenticator, registering({ authenticatorSelection })),
    ).rejects.toMatchObject({ name: "NotAllowedError" })
    expect(told).toEqual(["attachment"])
  })
})

describe("the RP ID", () => {
  const at = async (origin: string, id: string | undefined) => {
    const { authenticator } = authenticatorWith()
    const rp = { name: "The guide", ...(id !== undefined && { id }) }
    const created = await createCredential({ ...authenticator, origin }, registering({ rp }))
    return created.id && (await authenticator.store.all())[0]?.rpId
  }

  test.each([
    [origin, undefined, "guide.passkeys.example"],
    [origin, "passkeys.example", "passkeys.example"],
    ["http://localhost:3000", "localhost", "localhost"],
    ["http://localhost:3000", undefined, "localhost"],
  ])("at %s, %s is %s", async (origin, asked, is) => {
    expect(await at(origin, asked)).toBe(is)
  })

  test.each([
    [origin, "example"],
    [origin, "keys.example"],
    [origin, "other.example"],
    [origin, "www.guide.passkeys.example"],
    ["http://localhost:3000", "example.com"],
    ["http://127.0.0.1:3000", "127.0.0.1"],
    ["http://127.0.0.1:3000", "localhost"],
    ["http://[::1]:3000", undefined],
  ])("at %s, %s is refused", async (origin, asked) => {
    await expect(at(origin, asked)).rejects.toMatchObject({ name: "SecurityError" })
  })

  test("where there is no origin, nothing is allowed", async () => {
    await expect(at("null", undefined)).rejects.toMatchObject({ name: "NotAllowedError" })
  })
})

describe("a prompt", () => {
  const never = () => new Promise<never>(() => {})

  test("that is cancelled makes nothing and signs nothing", async () => {
    const { authenticator } = authenticatorWith({}, { choose: async () => undefined })
    await createCredential(authenticator, registering())
    await expect(discoverCredential(authenticator, signingIn())).rejects.toMatchObject({
      name: "NotAllowedError",
    })
    const refusing = authenticatorWith({}, { confirm: async () => false }).authenticator
    await expect(createCredential(refusing, registering())).rejects.toMatchObject({
      name: "NotAllowedError",
    })
    expect(await refusing.store.all()).toEqual([])
  })

  test("that nobody answers ends with the timeout", async () => {
    const { authenticator } = authenticatorWith({}, { confirm: never, choose: never })
    await expect(
      createCredential(authenticator, registering({ timeout: 20 })),
    ).rejects.toMatchObject({ name: "NotAllowedError" })
  })

  test("ends when the page aborts it, with the page's reason", async () => {
    let signalOfPrompt: AbortSignal | undefined
    const { authenticator } = authenticatorWith(
      {},
      {
        confirm: (_, signal) => {
          signalOfPrompt = signal
          return never()
        },
      },
    )
    const reason = new Error("Another ceremony begins.")
    const controller = new AbortController()
    const { signal } = controller
    const created = createCredential(authenticator, { ...registering(), signal })
    setTimeout(() => controller.abort(reason), 10)
    await expect(created).rejects.toBe(reason)
    expect(signalOfPrompt?.aborted).toBe(true)
    await expect(discoverCredential(authenticator, { ...signingIn(), signal })).rejects.toBe(reason)
  })

  test("answered after the page has aborted it, makes nothing", async () => {
    let answer: (confirmed: boolean) => void = () => {}
    const { authenticator } = authenticatorWith(
      {},
      { confirm: () => new Promise((resolve) => (answer = resolve)) },
    )
    const controller = new AbortController()
    const options = { ...registering(), signal: controller.signal }
    const created = createCredential(authenticator, options)
    await new Promise((resolve) => setTimeout(resolve, 10))
    controller.abort()
    await expect(created).rejects.toMatchObject({ name: "AbortError" })
    answer(true)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await authenticator.store.all()).toEqual([])
  })
})

test.each([0, 65])("a user id of %d bytes is a TypeError", async (length) => {
  const { authenticator } = authenticatorWith()
  const options = registering({ user: { ...user(), id: new Uint8Array(length) } })
  await expect(createCredential(authenticator, options)).rejects.toThrow(TypeError)
})

test("it has neither autofill nor conditional registration", async () => {
  const { authenticator } = authenticatorWith()
  const mediation = "conditional" as const
  await expect(discoverCredential(authenticator, { ...signingIn(), mediation })).rejects.toThrow(
    TypeError,
  )
  await expect(createCredential(authenticator, { ...registering(), mediation })).rejects.toThrow(
    TypeError,
  )
})
