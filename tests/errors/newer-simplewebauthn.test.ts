import Passkey from "next-auth/providers/passkey"
import * as simpleWebAuthn from "simplewebauthn-server-14"
import { expect, test } from "vitest"
import { reproduces } from "./reproduces"
import { watchLog } from "./server-log"
import { ask, stockConfig, stubEnvironment } from "./stock-app"

test("a newer SimpleWebAuthn under Auth.js", async () => {
  stubEnvironment()
  const log = watchLog()
  // Auth.js calls what is installed. Here that's version 14, as after `npm install …@latest --force`.
  const newer = simpleWebAuthn as never
  const config = stockConfig({ providers: [Passkey({ simpleWebAuthn: newer })] })
  const path = "/api/auth/webauthn-options/passkey?action=register&email=ada%40passkeys.example"
  const answer = await ask(config, path)
  expect(answer.status).toBe(302)
  expect(answer.headers.get("location")).toMatch(/\/api\/auth\/error\?error=Configuration$/)
  expect(reproduces("user-id-must-be-bytes").missingIn([log()])).toEqual([])
})
