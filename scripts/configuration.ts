import { randomBytes } from "node:crypto"
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { checkDatabaseUrl } from "../demo/live/server/database-url-check"
import { root } from "./root"

/** Where the site keeps what it makes on the first start: the SQLite file and the secret. */
const dataFolder = join(root, ".data")

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"])

const schema = z.object({
  PORT: z.coerce
    .number({ message: "PORT must be a port number, for example 3000." })
    .int("PORT must be a whole number, for example 3000.")
    .min(1, "PORT must be between 1 and 65535.")
    .max(65535, "PORT must be between 1 and 65535.")
    .default(3000),
  DATABASE_URL: z
    .string()
    .default(`file:${join(dataFolder, "demo.db").replace(/[%?#]/g, encodeURIComponent)}`)
    .superRefine((url, context) => {
      try {
        checkDatabaseUrl(url)
      } catch (error) {
        context.addIssue({ code: "custom", message: (error as Error).message })
      }
    }),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "HOST must be an address to listen on, for example 0.0.0.0.")
    .optional(),
  AUTH_URL: z.string().optional(),
  AUTH_SECRET: z
    .string()
    .min(
      32,
      "AUTH_SECRET must have at least 32 characters. To create one, run: openssl rand -base64 33",
    )
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, "TRUST_PROXY must be the number of proxies in front of the site, for example 1.")
    .transform(Number)
    .default("0"),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{16,}$/,
      "METRICS_TOKEN must have at least 16 letters or digits. To create one, run: openssl rand -hex 24",
    )
    .optional(),
  REQUEST_LOG: z.enum(["on", "off"], { message: "REQUEST_LOG must be on or off." }).default("on"),
  DEMO_LIMITS: z.enum(["on", "off"], { message: "DEMO_LIMITS must be on or off." }).default("on"),
  DEMO_LIFETIME_HOURS: z.coerce
    .number({ message: "DEMO_LIFETIME_HOURS must be a number of hours, for example 24." })
    .gt(0, "DEMO_LIFETIME_HOURS must be more than 0.")
    .max(8760, "DEMO_LIFETIME_HOURS must be 8760 (a year) or less.")
    .default(24),
})

/** What the site is run with: `process.env`, checked, with the defaults filled in. */
export type Configuration = {
  /** The TCP port to listen on. */
  PORT: number
  /** The connection string. Its scheme picks the database. */
  DATABASE_URL: string
  /** The address to listen on: `localhost`, unless the site is public. */
  HOST: string
  /** The public origin, which the RP ID and the expected origin follow. No path. */
  AUTH_URL: string
  /** What Auth.js encrypts its cookies with. */
  AUTH_SECRET: string
  /** How many proxies stand in front, each of which adds to X-Forwarded-For. */
  TRUST_PROXY: number
  /** What `/api/metrics` wants as a bearer token. Without one, there is nothing at that address. */
  METRICS_TOKEN?: string
  /** Whether each request of a ceremony gets a line in the log. */
  REQUEST_LOG: "on" | "off"
  /** Whether the demo's limits hold. */
  DEMO_LIMITS: "on" | "off"
  /** After how many hours the accounts of the demo are erased. */
  DEMO_LIFETIME_HOURS: number
}

/**
 * Reads the configuration from the environment and makes what may be made: on this machine's own
 * address, the origin and a secret.
 *
 * @throws {Error} With a line per mistake; each names the variable and what it should be.
 */
export async function readConfiguration(
  environment: Record<string, string | undefined> = process.env,
): Promise<Configuration> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join("\n"))
  const { AUTH_URL, AUTH_SECRET, HOST, ...rest } = parsed.data
  const origin = readOrigin(AUTH_URL ?? `http://localhost:${rest.PORT}`)
  const mistakes = [...publicMistakes({ ...parsed.data, isPublic: !loopback.has(origin.hostname) })]
  if (mistakes.length) throw new Error(mistakes.join("\n"))
  return {
    ...rest,
    // "::" is every address of the machine, of IPv4 too.
    HOST: HOST ?? (loopback.has(origin.hostname) ? "localhost" : "::"),
    AUTH_URL: origin.origin,
    AUTH_SECRET: AUTH_SECRET ?? (await readOrMakeSecret()),
  }
}

/**
 * What is missing once others can reach the site. Three things say that they can: an `AUTH_URL` that
 * is not this machine's own, a `HOST` that is not, and a proxy in front. `NODE_ENV` does not: every
 * `npm start` runs in production mode. See docs/decisions/012-when-the-site-is-public.md.
 */
function* publicMistakes(given: z.infer<typeof schema> & { isPublic: boolean }) {
  const { AUTH_URL, AUTH_SECRET, HOST, TRUST_PROXY, DEMO_LIMITS, isPublic } = given
  const reach = HOST && !["localhost", "127.0.0.1", "::1"].includes(HOST) ? "HOST" : undefined
  const reason = reach ?? (TRUST_PROXY > 0 ? "TRUST_PROXY" : undefined)
  if (!AUTH_URL && reason)
    yield `AUTH_URL is required with ${reason}: the public origin, for example https://passkeys.example.com.`
  if (!AUTH_SECRET && isPublic)
    yield "AUTH_SECRET is required with a public AUTH_URL. To create one, run: openssl rand -base64 33"
  if (DEMO_LIMITS === "off" && (isPublic || reason))
    yield "DEMO_LIMITS must be on once others can reach the site: off is for measuring on this machine."
}

function readOrigin(value: string): URL {
  const hint = "for example https://passkeys.example.com"
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol))
    throw new Error(`AUTH_URL must be the public origin of the site, ${hint}.`)
  if (url.pathname !== "/" || url.search || url.hash || url.username)
    throw new Error(`AUTH_URL must be an origin and nothing more, ${hint}.`)
  if (url.protocol === "http:" && !loopback.has(url.hostname))
    throw new Error(`AUTH_URL must begin with https:, ${hint}: browsers offer no passkeys on http.`)
  if (/^[\d.]+$|^\[/.test(url.hostname))
    throw new Error("AUTH_URL must name a host, not an IP address: an IP address is no RP ID.")
  return url
}

/** The secret in `.data/`, so that sessions survive a restart. Readable by this user only. */
async function readOrMakeSecret(): Promise<string> {
  const file = join(dataFolder, "secret")
  await mkdir(dataFolder, { recursive: true })
  // Two processes may start at once. Linking makes the whole file appear, and only for the first.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`
  await writeFile(draft, randomBytes(32).toString("base64url"), { mode: 0o600 })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error
  })
  await unlink(draft)
  return (await readFile(file, "utf8")).trim()
}
