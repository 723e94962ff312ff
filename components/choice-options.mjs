// @ts-check
import { databaseName, databaseProducts } from "./database-names.mjs"

/**
 * What a reader can choose. The first option of each is the default. JavaScript, because the build
 * reads it too, in plugins/.
 */
export const choiceOptions = {
  database: {
    label: "Database",
    options: Object.fromEntries(
      Object.keys(databaseProducts).map((database) => [database, databaseName(database, ", ")]),
    ),
  },
  packageManager: {
    label: "Package manager",
    options: { npm: "npm", pnpm: "pnpm", yarn: "Yarn", bun: "Bun" },
  },
}
