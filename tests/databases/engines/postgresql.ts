import { startDebianPostgresql } from "../../support/debian-postgresql-server"
import { createPostgresqlDatabase } from "../../support/shared-databases"
import type { Engine } from "./engine"

/** A database on the PostgreSQL that all files of a run share. */
export async function startPostgresqlEngine(): Promise<Engine> {
  // The server ends with the run.
  return engineAt(await createPostgresqlDatabase("test"), async () => {})
}

/** A database on a PostgreSQL of Debian, which is started for it. */
export async function startDebianPostgresqlEngine(): Promise<Engine> {
  const server = await startDebianPostgresql()
  return engineAt(await server.createDatabase("test"), () => server.stop())
}

function engineAt(url: string, stop: () => Promise<void>): Engine {
  return {
    name: "PostgreSQL",
    url,
    version: "SELECT current_setting('server_version') AS version",
    refusal: (table) => ({
      begin: [
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused''; END'",
        `CREATE TRIGGER refuse BEFORE INSERT ON "${table}" EXECUTE FUNCTION refuse()`,
      ],
      end: ["DROP FUNCTION refuse CASCADE"],
    }),
    async readsEveryRow(prisma, select) {
      // In a small table it reads every row by choice.
      const [, plan] = await prisma.$transaction([
        prisma.$executeRawUnsafe("SET LOCAL enable_seqscan = off"),
        prisma.$queryRawUnsafe(`EXPLAIN ${select}`),
      ])
      return JSON.stringify(plan).includes("Seq Scan")
    },
    stop,
  }
}
