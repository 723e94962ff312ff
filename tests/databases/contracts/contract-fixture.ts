import { afterAll, afterEach, beforeAll } from "vitest"
import { SoftwareAuthenticator } from "../../support/software-authenticator"
import type { Engine } from "../engines/engine"
import type { Subject } from "../subject"
import { origin } from "../user-agent"

export type Options = ConstructorParameters<typeof SoftwareAuthenticator>[1]

/** Opens the database before the tests, and after them tells its version and how many cases passed. */
export function openContract<App extends string>(
  start: () => Promise<Engine>,
  subject: Subject<App>,
) {
  let engine: Engine
  let opened: Awaited<ReturnType<typeof subject.open>>

  beforeAll(async () => {
    engine = await start()
    opened = await subject.open(engine)
  })
  // Read at the end: a test's state is not final here.
  const tasks: { result?: { state: string } }[] = []
  afterEach(({ task }) => void tasks.push(task))
  afterAll(async () => {
    const [row] = await opened.site.query<{ version: string }>(engine.version)
    const passed = tasks.filter(({ result }) => result?.state === "pass").length
    const through = subject.apps.join(" and ")
    console.log(
      `${engine.name} ${row?.version} through ${through}: ${passed} of ${tasks.length} cases`,
    )
    await opened.close()
  })

  return {
    get site() {
      return opened.site
    },
    get adapter() {
      return opened.adapter
    },
    handlersOf: (app: App) => opened.handlersOf(app),
    /** A passkey that has no owner yet. */
    passkeyFor: (app: App, options?: Options) =>
      new SoftwareAuthenticator(origin, {
        avoidsLeadingZeros: !subject.verifiesEverySignature.includes(app),
        ...options,
      }),
  }
}

/** The base64 text under which Auth.js stores a credential id. */
export const stored = ({ credentialId }: SoftwareAuthenticator) => credentialId.toString("base64")
