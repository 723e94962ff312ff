import { runInNewContext } from "node:vm"
import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server"
import Passkey from "next-auth/providers/passkey"
import { describe, expect, test } from "vitest"
import { sourceOf } from "../guide/guide-pages"
import { installedOptions, installedVariables } from "./installed-options"

/** The rows of the tables of /options: what they name in code, and the cell after it. */
const rows = sourceOf("options")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const [, first = "", second = ""] = line.split(/\s*\|\s*/)
    const names = Array.from(first.matchAll(/`([^`]+)`/g), ([, name = ""]) => name)
    return { names, fallback: second }
  })
const variables = rows.flatMap(({ names }) => names.filter((name) => /^[A-Z]/.test(name)))
const options = rows.flatMap(({ names, fallback }) =>
  names.filter((name) => !/^[A-Z]/.test(name)).map((name) => ({ name, fallback })),
)

describe("/options", () => {
  const installed = installedOptions()

  test("has every option that the types have, once, and no other", () => {
    expect(installed.provider).toContain("registrationOptions.authenticatorSelection")
    expect(options.map(({ name }) => name).sort()).toEqual(
      [...installed.provider, ...installed.experimental].sort(),
    )
  })

  test("has every variable that the code reads, once, and no other", () => {
    const general = variables.map((name) =>
      name.replace(/^AUTH_SECRET_\d$/, "AUTH_SECRET_*").replace("<PROVIDER>", "*"),
    )
    expect(general.filter((name) => name === "AUTH_SECRET_*")).toHaveLength(3)
    expect([...new Set(general)].sort()).toEqual(installedVariables().sort())
  })
})

const valueAt = (object: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], object)

/** What SimpleWebAuthn adds to options that have nothing of their own. */
const added = {
  registrationOptions: async (name: string) => {
    const { attestation, pubKeyCredParams, extensions } = await generateRegistrationOptions({
      rpID: "localhost",
      rpName: "localhost",
      userID: "1",
      userName: "1",
    })
    const supportedAlgorithmIDs = pubKeyCredParams.map(({ alg }) => alg)
    return valueAt({ attestationType: attestation, supportedAlgorithmIDs, extensions }, name)
  },
  authenticationOptions: async (name: string) =>
    valueAt(await generateAuthenticationOptions(), name),
}

describe("the default of", () => {
  const provider = { ...Passkey({}), experimental: {} }

  test.each(options)("$name", async ({ name, fallback }) => {
    const value = valueAt(provider, name)
    const [group = "", inner = ""] = name.split(".")
    const fromLibrary =
      value === undefined && group in added
        ? await added[group as keyof typeof added](inner)
        : undefined
    if (typeof value === "function") expect(fallback).toBe("Auth.js's function")
    else if (value === undefined && fromLibrary === undefined) expect(fallback).toBe("not set")
    else {
      const [, code = "", rest] = /^`(.+)`(.*)$/.exec(fallback) ?? []
      // From another context, objects have another prototype.
      const stated = JSON.parse(JSON.stringify(runInNewContext(`(${code})`)))
      expect(stated).toEqual(value ?? fromLibrary)
      expect(rest).toBe(value === undefined ? ", from SimpleWebAuthn" : "")
    }
  })
})
