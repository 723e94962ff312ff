import { startDebianPostgresql } from "../../support/debian-postgresql-server"
import { startPostgresql } from "../../support/postgresql-server"
import type { Engine } from "./engine"

/** The PostgreSQL that comes with npm, or the one that Debian installed. */
export async function startPostgresqlEngine(from: "npm" | "Debian" = "npm"): Promise<Engine> {
  const server = await (from === "npm" ? startPostgresql() : startDebianPostgresql())
  return {
    name: "PostgreSQL",
    url: await server.createDatabase("test"),
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
    stop: () => server.stop(),
  }
}
