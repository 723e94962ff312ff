import { defineConfig } from "prisma/config"
import { databaseOf } from "./demo/live/server/database-url"

// For Prisma's own commands. The site applies its migrations at start, without them.
const url = process.env.DATABASE_URL ?? "file:.data/demo.db"
const folder = `prisma/${databaseOf(url)}`

export default defineConfig({
  schema: `${folder}/schema.prisma`,
  migrations: { path: `${folder}/migrations` },
  datasource: { url },
})
