import { databaseOf, fileOf } from "./database-url"

const examples = {
  "file:": "file:./data/demo.db",
  "libsql:": "libsql://name.turso.io?authToken=token",
  "postgresql:": "postgresql://user:password@host:5432/database",
  "mysql:": "mysql://user:password@host:3306/database",
}

/**
 * Reads a connection string as its driver will.
 *
 * @throws {Error} With one line that names `DATABASE_URL`, says what is wrong and gives an example,
 *   and never the value: a connection string holds a password.
 */
export function checkDatabaseUrl(url: string): void {
  const database = databaseOf(url)
  if (url.startsWith("file:")) {
    if (!fileOf(url)) throw new Error(mistake("must name a file, and nothing more", "file:"))
    return
  }
  const kind = url.startsWith("libsql:") ? "libsql:" : (`${database}:` as "postgresql:" | "mysql:")
  const parsed = parse(url)
  if (!parsed || !/^[a-z]+:\/\//.test(url))
    throw new Error(
      mistake("is not a URL (in a password @, :, /, ?, # and % are percent-encoded)", kind),
    )
  const { hostname, port, pathname, searchParams, hash } = parsed
  const host = kind === "postgresql:" ? searchParams.get("host") || hostname : hostname
  if (!host) throw new Error(mistake("names no host", kind))
  if (kind !== "libsql:") {
    if (pathname.length < 2) throw new Error(mistake("names no database", kind))
    return
  }
  const others = [...searchParams.keys()].filter((name) => !["authToken", "tls"].includes(name))
  if (others.length > 0 || hash)
    throw new Error(mistake("may have authToken and tls as parameters, and no others", kind))
  if (searchParams.get("tls") === "0" && !port)
    throw new Error(mistake("must name a port with tls=0", kind))
}

const mistake = (what: string, kind: keyof typeof examples) =>
  `DATABASE_URL ${what}, for example ${examples[kind]}.`

function parse(url: string): URL | undefined {
  try {
    // A PostgreSQL on a socket has no host: postgresql://user:password@/database?host=/run/postgresql.
    const parsed = new URL(url.replace("@/", "@socket/"))
    for (const part of [parsed.username, parsed.password, parsed.hostname, parsed.pathname])
      decodeURIComponent(part)
    return parsed
  } catch {
    return undefined
  }
}
