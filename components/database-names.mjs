// @ts-check

/**
 * The databases of the guide by the value that stands for them, in the order of the chooser. Two
 * products where both take the same code. JavaScript, because the build reads it too, in plugins/.
 *
 * @type {Record<string, string[]>}
 */
export const databaseProducts = {
  sqlite: ["SQLite"],
  postgresql: ["PostgreSQL"],
  mysql: ["MySQL", "MariaDB"],
  cockroachdb: ["CockroachDB"],
  sqlserver: ["SQL Server"],
  mongodb: ["MongoDB"],
}

/**
 * The name of a database as text has it.
 *
 * @param {string} database A value such as `postgresql`.
 * @param {", " | " and " | " or "} between Stands between two products.
 * @returns {string} `MySQL or MariaDB`, or the value itself where the guide does not know it.
 */
export function databaseName(database, between) {
  const products = Object.hasOwn(databaseProducts, database)
    ? databaseProducts[database]
    : undefined
  return products?.join(between) ?? database
}
