import { expect, test } from "vitest"
import { defaultSettings, readSettings } from "./practice-settings"

test("stored settings are read", () => {
  const settings = { ...defaultSettings, algorithms: "RS256", counter: "counting" } as const
  expect(readSettings(JSON.stringify(settings))).toEqual(settings)
})

test.each([null, "", "{", "null", "[]", "7", '"x"', '{"algorithms":"EdDSA","more":1,"counter":0}'])(
  "what is not settings has no effect: %s",
  (text) => {
    expect(readSettings(text)).toEqual(defaultSettings)
  },
)
