import "dotenv/config"

export default {
  dialect: "mysql",
  schema: "./schema.ts",
  out: "./drizzle",
  dbCredentials: { url: process.env.DATABASE_URL! },
}
