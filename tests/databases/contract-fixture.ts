import { PrismaAdapter } from "@auth/prisma-adapter"
import NextAuth from "next-auth"
import Passkey from "next-auth/providers/passkey"
import { afterAll, afterEach, beforeAll } from "vitest"
import { simpleWebAuthn } from "../../demo/starter/passkeys/simple-webauthn"
import { SoftwareAuthenticator } from "../software-authenticator"
import type { Engine } from "./engines/engine"
import { openRegistrations } from "./registration-fixture"
import { origin } from "./user-agent"

type Options = ConstructorParameters<typeof SoftwareAuthenticator>[1]

/** Opens the database before the tests, and after them tells its version and how many cases passed. */
export function openContract(start: () => Promise<Engine>) {
  let engine: Engine
  let site: Awaited<ReturnType<typeof openRegistrations>>

  beforeAll(async () => {
    engine = await start()
    site = await openRegistrations(engine)
  })
  // Read at the end: a test's state is not final here.
  const tasks: { result?: { state: string } }[] = []
  afterEach(({ task }) => void tasks.push(task))
  afterAll(async () => {
    const [row] = await site.prisma.$queryRawUnsafe<{ version: string }[]>(engine.version)
    const passed = tasks.filter(({ result }) => result?.state === "pass").length
    console.log(`${engine.name} ${row?.version}: ${passed} of ${tasks.length} cases`)
    await site.close()
  })

  return {
    get site() {
      return site
    },
    get prisma() {
      return site.prisma
    },
    readsEveryRow: (select: string) => engine.readsEveryRow(site.prisma, select),
    /** What serves the ceremonies: the starter, or `PrismaAdapter` as it is. */
    handlersOf: (app: "starter" | "PrismaAdapter") =>
      app === "starter"
        ? site.handlers
        : NextAuth({
            adapter: PrismaAdapter(site.prisma),
            // SimpleWebAuthn 9 refuses some valid signatures, on every database.
            providers: [Passkey({ simpleWebAuthn })],
            experimental: { enableWebAuthn: true },
          }).handlers,
  }
}

/** The base64 text under which Auth.js stores a credential id. */
export const stored = ({ credentialId }: SoftwareAuthenticator) => credentialId.toString("base64")

/** A passkey that has no owner yet. */
export const passkey = (options?: Options) => new SoftwareAuthenticator(origin, options)
