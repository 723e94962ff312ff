import { createMariadbDatabase } from "../../support/shared-databases"
import type { Engine } from "./engine"

export async function startMariadbEngine(): Promise<Engine> {
  return {
    name: "MariaDB",
    url: await createMariadbDatabase("test"),
    version: "SELECT version() AS version",
    refusal: (table) => ({
      begin: [
        `CREATE TRIGGER refuse BEFORE INSERT ON \`${table}\` FOR EACH ROW SIGNAL SQLSTATE '45000'`,
      ],
      end: ["DROP TRIGGER refuse"],
    }),
    async readsEveryRow(prisma, select) {
      const plan = await prisma.$queryRawUnsafe<{ possible_keys: string | null; Extra: string }[]>(
        `EXPLAIN ${select}`,
      )
      // Where a unique index was asked already, it says that there is no such row, and no plan.
      return plan.some(({ possible_keys, Extra }) => !possible_keys && !/^Impossible/.test(Extra))
    },
    // The server is shared, and ends with the run.
    stop: async () => {},
  }
}
