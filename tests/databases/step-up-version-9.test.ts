import { vi } from "vitest"
import { describeStepUp } from "./contracts/step-up-contract"
import { startLibsql } from "./engines/libsql"

// What a reader imports who hasn't the extra `verification`.
vi.mock("@/passkeys/verification", async () => ({
  simpleWebAuthn: await import("@simplewebauthn/server"),
}))

describeStepUp(startLibsql)
