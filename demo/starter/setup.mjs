// Writes .env from .env.example with a new secret, unless there is a
// .env already.
import { randomBytes } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

if (!existsSync(".env")) {
  const secret = randomBytes(33).toString("base64")
  const example = readFileSync(".env.example", "utf8")
  writeFileSync(
    ".env",
    example.replace(/^AUTH_SECRET=$/m, `AUTH_SECRET=${secret}`),
  )
  console.log("Created .env with a new AUTH_SECRET.")
}
