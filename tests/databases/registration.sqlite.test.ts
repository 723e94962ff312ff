import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describeRegistrations } from "./registration-contract"

describeRegistrations(async () => {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-registration-"))
  return {
    url: `file:${join(folder, "test.db")}`,
    refusal: (table) => ({
      begin: [
        `CREATE TRIGGER refuse BEFORE INSERT ON "${table}" BEGIN SELECT RAISE(ABORT, 'refused'); END`,
      ],
      end: ["DROP TRIGGER refuse"],
    }),
    stop: () => rm(folder, { recursive: true }),
  }
})
