/**
 * Registers a passkey, and is killed in the middle:
 * `tsx killed-registration.ts <all extras|safe-registration|stock> <step> <email>`, where a step is the table that has its
 * row by then, or `commit` for the moment before the transaction ends.
 */
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaMariaDb } from "@prisma/adapter-mariadb"
import { PrismaPg } from "@prisma/adapter-pg"
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
} from "@prisma/driver-adapter-utils"
import { databaseOf, type Database } from "../../demo/live/server/database-url"
import { loadStarter } from "../../demo/live/server/load-starter"
import { PrismaClient as Sqlite } from "../../demo/starter/generated/prisma/client"
import { PrismaClient as Mysql } from "../../demo/recipes/mysql/generated/prisma/client"
import { PrismaClient as Postgresql } from "../../demo/recipes/postgresql/generated/prisma/client"
import { handlersWith } from "./apps"
import { stockHandlers } from "./stock"
import { UserAgent } from "./user-agent"

const [app, step, email] = process.argv.slice(2)
const url = process.env.DATABASE_URL ?? ""

function kill(): never {
  process.kill(process.pid, "SIGKILL")
  throw new Error("Nothing runs after SIGKILL.")
}

/** Calls `then` when the step's row was inserted. */
function watch<Q extends SqlQueryable>(queryable: Q, then: () => void): Q {
  const queryRaw = queryable.queryRaw.bind(queryable)
  const executeRaw = queryable.executeRaw.bind(queryable)
  const inserts = new RegExp(`^INSERT INTO \\S*\\b${step}\\b`)
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    if (inserts.test(query.sql)) then()
    return result
  }
  // On MySQL, which has no RETURNING.
  queryable.executeRaw = async (query) => {
    const result = await executeRaw(query)
    if (inserts.test(query.sql)) then()
    return result
  }
  return queryable
}

function killing(driver: SqlDriverAdapter): SqlDriverAdapter {
  const startTransaction = driver.startTransaction.bind(driver)
  driver.startTransaction = async (isolationLevel) => {
    const transaction = await startTransaction(isolationLevel)
    const commit = transaction.commit.bind(transaction)
    let inserted = false
    if (step !== "commit") {
      // On MySQL Prisma writes every row in a transaction: it reads the row afterwards. The control
      // wants to see what is left when that has ended.
      transaction.commit = async () => commit().then(() => (inserted ? kill() : undefined))
      return watch(transaction, () => (app === "stock" ? (inserted = true) : kill()))
    }
    // On SQLite and MySQL the driver commits, on PostgreSQL a statement that Prisma sends.
    transaction.commit = async () => kill()
    const executeRaw = transaction.executeRaw.bind(transaction)
    transaction.executeRaw = async (query) => (query.sql === "COMMIT" ? kill() : executeRaw(query))
    return transaction
  }
  return watch(driver, kill)
}

const drivers: Record<Database, () => SqlDriverAdapterFactory> = {
  sqlite: () => new PrismaLibSql({ url }),
  postgresql: () => new PrismaPg({ connectionString: url }),
  mysql: () => new PrismaMariaDb(url),
}
const database = databaseOf(url)
const factory = drivers[database]()
const adapter: SqlDriverAdapterFactory = {
  provider: factory.provider,
  adapterName: factory.adapterName,
  connect: async () => killing(await factory.connect()),
}
const clients = {
  sqlite: () => new Sqlite({ adapter }),
  postgresql: () => new Postgresql({ adapter }),
  mysql: () => new Mysql({ adapter }),
}
// The starter takes the client that it finds there.
Object.assign(globalThis, { prisma: clients[database]() })

const { handlers, prisma } = await loadStarter()
const apps: Record<string, () => typeof handlers> = {
  stock: () => stockHandlers(prisma),
  "safe-registration": () => handlersWith(["safe-registration"], prisma),
  "all extras": () => handlers,
}
const agent = new UserAgent(apps[app ?? ""]!())
console.error(`It was not killed, but answered: ${await agent.register(email)}`)
