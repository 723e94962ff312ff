import { describe } from "vitest"
import type { Engine } from "../engines/engine"
import { openMoves } from "../moving/moving-fixture"
import { describeMoveFromSimpleWebAuthn } from "./move-from-simplewebauthn-contract"
import { describeMoveToBetterAuth } from "./move-to-better-auth-contract"
import { describeMoveToSimpleWebAuthn } from "./move-to-simplewebauthn-contract"

/** All moves on one database: a process has one Auth.js. */
export function describeMoves(start: () => Promise<Engine>) {
  const moves = openMoves(start)
  describe("to Better Auth", () => describeMoveToBetterAuth(moves))
  describe("to SimpleWebAuthn alone", () => describeMoveToSimpleWebAuthn(moves))
  describe("from SimpleWebAuthn alone", () => describeMoveFromSimpleWebAuthn(moves))
}
