import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createPostgresqlDatabase } from "../support/shared-databases"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { killAgainAndAgain } from "./killed-site"

// `kill -9` of the server itself. Of npm start: stopping.test.ts. Of one of two: two-processes.test.ts.

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => void (folder = await makeTemporaryFolder()))
afterAll(() => folder.remove())

describe
  .runIf(process.platform === "linux")
  .concurrent("killed in the middle of ceremonies", () => {
    // A start takes a second, or twenty on a machine that does much else.
    const timeoutMs = 240_000
    test.each([
      ["SQLite", () => folder.sqlite("killed")],
      ["PostgreSQL", () => createPostgresqlDatabase("killed")],
    ])(
      "on %s, nothing is lost that was acknowledged, and nobody is half there",
      async (_, create) => {
        const result = await killAgainAndAgain(await create(), 3, 20_261_128)
        console.log(JSON.stringify(result))
        expect(result).toMatchObject({ failed: 0, rowsLost: 0, orphans: 0, lockedOut: 0 })
        expect(result.registered).toBeGreaterThan(10)
      },
      timeoutMs,
    )
  })
