import { expect, test } from "vitest"
import { missingLine } from "./expected-output"

test("an output has the expected lines in their order, with what varies between", () => {
  const output = "added 12 packages in 3s\n\n-  Local:   http://localhost:3000\nReady in 1s\n"
  expect(missingLine("added … packages…\n- Local: http://localhost:3000", output)).toBeUndefined()
  expect(missingLine("Ready in …\nadded … packages…", output)).toBe("added … packages…")
  expect(missingLine("changed … packages", output)).toBe("changed … packages")
})
