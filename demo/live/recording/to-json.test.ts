import { expect, test } from "vitest"
import { toJson } from "./to-json"

test("bytes are base64url, whatever holds them, and the rest stays as it is", () => {
  const bytes = Uint8Array.of(0, 0xfb, 0xff, 1)
  const rest = { rpId: "localhost", timeout: 300_000, hints: ["hybrid"], extensions: { prf: null } }
  expect(
    toJson({
      ...rest,
      challenge: bytes.buffer,
      part: bytes.subarray(1, 3),
      view: new DataView(bytes.buffer, 1, 2),
      allowCredentials: [{ id: bytes, type: "public-key" }],
    }),
  ).toEqual({
    ...rest,
    challenge: "APv_AQ",
    part: "-_8",
    view: "-_8",
    allowCredentials: [{ id: "APv_AQ", type: "public-key" }],
  })
})
