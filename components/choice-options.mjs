// @ts-check

/**
 * What a reader can choose. The first option of each is the default. JavaScript, because the build
 * reads it too, in plugins/.
 */
export const choiceOptions = {
  database: {
    label: "Database",
    options: {
      sqlite: "SQLite",
      postgresql: "PostgreSQL",
      mysql: "MySQL, MariaDB",
      cockroachdb: "CockroachDB",
      sqlserver: "SQL Server",
      mongodb: "MongoDB",
    },
  },
  packageManager: {
    label: "Package manager",
    options: { npm: "npm", pnpm: "pnpm", yarn: "Yarn", bun: "Bun" },
  },
}
