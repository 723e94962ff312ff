/** The `prisma.ts` for each database. That for SQLite is the starter's, with the extra `sqlite-client`. */
export const clients = {
  sqlite: () => import("./prisma"),
  postgresql: () => import("../../recipes/postgresql/prisma"),
  mysql: () => import("../../recipes/mysql/prisma"),
}
