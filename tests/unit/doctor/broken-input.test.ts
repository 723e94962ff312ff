import { expect, test } from "vitest"
import { kindOf } from "../../../demo/live/doctor/source-file"
import { starter } from "./apps"
import { examine } from "./examine"

const one = (path: string, text: string) => examine(new Map([[path, text]]))

test("half of auth.ts is named, with the line where it ends", async () => {
  const text = (await starter("sqlite")).get("auth.ts") ?? ""
  const { unread, findings } = one("auth.ts", text.slice(0, text.indexOf("experimental")))
  expect(unread).toEqual([
    {
      file: "auth.ts",
      line: 9,
      message:
        "TypeScript can't read this file: '}' expected. If you pasted a part of it, paste the whole file.",
    },
  ])
  expect(findings).toEqual([])
})

test("half of package.json is named", () => {
  expect(one("package.json", '{\n  "dependencies": {\n    "next-auth": ').unread).toEqual([
    { file: "package.json", line: 3, message: "This isn't complete JSON: Expression expected." },
  ])
})

test("JSON that npm doesn't take is named", () => {
  const { unread } = one("package.json", '{ "dependencies": {}, }')
  expect(unread[0]?.message).toMatch(/^npm can't read this as JSON: /)
  expect(one("package.json", "[]").unread[0]?.message).toBe("A package.json is one object: { … }.")
})

test("half of a schema is named, in the words of Prisma", async () => {
  const text = (await starter("sqlite")).get("prisma/schema.prisma") ?? ""
  const half = `// 😀 counts as four bytes, and as two units\n${text.slice(0, text.indexOf("model Session") + 20)}`
  const { unread } = one("schema.prisma", half)
  expect(unread).toHaveLength(1)
  expect(unread[0]?.message).toMatch(/^Prisma can't read this schema: /)
  expect(half.split("\n")[(unread[0]?.line ?? 0) - 1]).toMatch(/model Session/)
})

test("a relation without its other side is named", async () => {
  const text = (await starter("sqlite")).get("prisma/schema.prisma") ?? ""
  const { unread } = one("schema.prisma", text.replace("  authenticators Authenticator[]\n", ""))
  expect(unread[0]?.message).toContain("is missing an opposite relation field on the model `User`")
})

test("what isn't a file of an app is named", () => {
  expect(one("notes.txt", "…").unread).toEqual([])
  const { unread } = one("big.ts", "x".repeat(500_001))
  expect(unread[0]?.message).toBe("This file is larger than 500,000 characters.")
})

test("wherever a file is cut, the doctor doesn't fail", async () => {
  const files = await starter("mysql", { signIn: "custom" })
  for (const [path, text] of files) {
    if (!kindOf(path)) continue
    for (let part = 1; part < 12; part++)
      expect(() => one(path, text.slice(0, (text.length * part) / 12))).not.toThrow()
  }
})

test("files that import each other, and constants that refer to themselves, come to an end", () => {
  const files = new Map([
    [
      "auth.ts",
      'import NextAuth from "next-auth"\nimport { a } from "./b"\nimport { d, e } from "./c"\nNextAuth({ ...a, providers: a.list })\nNextAuth(d)\nNextAuth(e)',
    ],
    [
      "b.ts",
      'import { c } from "./c"\nexport const a = c\nexport const list = [...list]\nexport { e } from "./c"',
    ],
    [
      "c.ts",
      'import { a } from "./b"\nexport const c = { ...a, ...c }\nexport const d = f(d)\nexport { e } from "./b"',
    ],
  ])
  expect(examine(files).findings).toEqual([])
})
