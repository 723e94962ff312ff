import { expect, test } from "vitest"
import { applyEdit } from "./apply-edit"
import { wrapConfiguration } from "./wrap-configuration"

const call = (inside: string) => `export const { handlers, auth } = NextAuth(${inside})\n`
const diff = `-${call("config")}+${call("details(config, prisma)")}`.trimEnd()

test("an extra goes around those that are there, on one line or several", () => {
  expect(wrapConfiguration(call("safe(config, prisma)"), diff)).toBe(
    call("details(safe(config, prisma), prisma)"),
  )
  expect(wrapConfiguration(call("\n  safe(config, prisma),\n"), diff)).toBe(
    call("details(safe(config, prisma), prisma)"),
  )
})

test("an app without extras is changed as the diff shows", () => {
  expect(wrapConfiguration(call("config"), diff)).toBeUndefined()
  expect(applyEdit(call("config"), diff)).toBe(call("details(config, prisma)"))
})

test("any other change is left to the diff", () => {
  expect(wrapConfiguration(call("safe(config)"), "-a\n+b")).toBeUndefined()
})
