import { makeTemporaryFolder } from "../../support/temporary-folder"
import type { Engine } from "./engine"

/** libSQL, which is SQLite with additions, on a file. */
export async function startLibsql(): Promise<Engine> {
  const folder = await makeTemporaryFolder()
  return {
    name: "SQLite (libSQL)",
    url: folder.sqlite("test"),
    version: "SELECT sqlite_version() AS version",
    refusal: (table) => ({
      begin: [
        `CREATE TRIGGER refuse BEFORE INSERT ON "${table}" BEGIN SELECT RAISE(ABORT, 'refused'); END`,
      ],
      end: ["DROP TRIGGER refuse"],
    }),
    async readsEveryRow(prisma, select) {
      const plan = await prisma.$queryRawUnsafe<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN ${select}`,
      )
      return plan.some(({ detail }) => /\bSCAN\b/.test(detail))
    },
    stop: folder.remove,
  }
}
