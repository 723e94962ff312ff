/**
 * Registers a passkey, and is killed in the middle:
 * `tsx killed-registration.ts <starter|stock> <step> <email>`, where a step is the table that has its
 * row by then, or `commit` for the moment before the transaction ends.
 */
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { PrismaPg } from "@prisma/adapter-pg"
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
} from "@prisma/driver-adapter-utils"
import { databaseOf } from "../../demo/live/database-url"
import { starter } from "../../demo/live/starter"
import { PrismaClient as Sqlite } from "../../demo/starter/generated/prisma/client"
import { PrismaClient as Postgresql } from "../../demo/starter/variants/postgresql/generated/prisma/client"
import { stockHandlers } from "./stock"
import { UserAgent } from "./user-agent"

const [app, step, email] = process.argv.slice(2)
const url = process.env.DATABASE_URL ?? ""

function kill(): never {
  process.kill(process.pid, "SIGKILL")
  throw new Error("Nothing runs after SIGKILL.")
}

function watch<Q extends SqlQueryable>(queryable: Q): Q {
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    if (new RegExp(`^INSERT INTO \\S*\\b${step}\\b`).test(query.sql)) kill()
    return result
  }
  return queryable
}

function killing(driver: SqlDriverAdapter): SqlDriverAdapter {
  const startTransaction = driver.startTransaction.bind(driver)
  driver.startTransaction = async (isolationLevel) => {
    const transaction = await startTransaction(isolationLevel)
    if (step !== "commit") return watch(transaction)
    // On SQLite the driver commits, on PostgreSQL a statement that Prisma sends.
    transaction.commit = async () => kill()
    const executeRaw = transaction.executeRaw.bind(transaction)
    transaction.executeRaw = async (query) => (query.sql === "COMMIT" ? kill() : executeRaw(query))
    return transaction
  }
  return watch(driver)
}

const postgresql = databaseOf(url) === "postgresql"
const factory = postgresql ? new PrismaPg({ connectionString: url }) : new PrismaLibSql({ url })
const adapter: SqlDriverAdapterFactory = {
  provider: factory.provider,
  adapterName: factory.adapterName,
  connect: async () => killing(await factory.connect()),
}
// The starter takes the client that it finds there.
Object.assign(globalThis, {
  prisma: postgresql ? new Postgresql({ adapter }) : new Sqlite({ adapter }),
})

const { handlers, prisma } = await starter()
const agent = new UserAgent(app === "stock" ? stockHandlers(prisma) : handlers)
console.error(`It was not killed, but answered: ${await agent.register(email)}`)
