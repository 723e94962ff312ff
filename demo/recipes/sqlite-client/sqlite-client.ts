import { setTimeout } from "node:timers/promises"
import {
  createClient,
  LibsqlError,
  type Client,
  type Config,
  type InArgs,
  type InStatement,
  type Transaction,
} from "@libsql/client"

/**
 * How long a statement waits while another process has locked the file.
 */
const lockTimeoutMs = 5_000

/**
 * A lock that is found this long after the last one counts as a new
 * lock.
 */
const newLockAfterMs = 1_000

/**
 * `createClient` from @libsql/client, made safe for a file that another
 * process may lock: a database browser with unsaved edits, `VACUUM`, a
 * second instance of the app.
 *
 * @libsql/client 0.18 leaves a statement that finds the file locked
 * open on its connection. Later statements on that connection look as
 * if they succeed, but nothing is committed, and the file stays locked:
 * https://github.com/tursodatabase/libsql-client-ts/issues/352. This
 * client replaces the connection and tries again, and doesn't block the
 * process while it waits.
 *
 * Statements and transactions run one at a time. Inside a transaction,
 * use only the transaction.
 */
export function createSqliteClient(config: Config): Client {
  const client = createClient(config)
  if (!config.url.startsWith("file:")) return client

  const execute = client.execute.bind(client)
  const beginTransaction = client.transaction.bind(client)
  let queue: Promise<unknown> = Promise.resolve()
  // Shared, so that statements in the queue don't wait one timeout each
  // for the same lock. Both by performance.now(), which goes on evenly
  // when somebody sets the clock.
  let lockedSince = -Infinity
  let lastLocked = -Infinity

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }

  async function retryWhileLocked<T>(
    work: () => Promise<T>,
    isRead = false,
  ): Promise<T> {
    for (;;) {
      const start = performance.now()
      try {
        const result = await work()
        // Reads can succeed while the file is locked for writing.
        if (!isRead) lastLocked = -Infinity
        return result
      } catch (error) {
        if (
          !(error instanceof LibsqlError) ||
          error.code !== "SQLITE_BUSY"
        )
          throw error
        await client.reconnect()
        if (start - lastLocked > newLockAfterMs) lockedSince = start
        lastLocked = performance.now()
        if (lastLocked - lockedSince > lockTimeoutMs) throw error
        await setTimeout(20)
      }
    }
  }

  client.execute = (statement: InStatement, args?: InArgs) => {
    const sql =
      typeof statement === "string" ? statement : statement.sql
    const isRead = /^\s*(select|pragma)\b/i.test(sql)
    return enqueue(() =>
      retryWhileLocked(
        () => execute(sql, args ?? argsOf(statement)),
        isRead,
      ),
    )
  }

  client.transaction = () =>
    new Promise((resolve, reject) => {
      enqueue(async () => {
        // "write" asks for the lock at the start, where nothing is lost
        // by trying again.
        const transaction = await retryWhileLocked(() =>
          beginTransaction("write"),
        )
        const closed = whenClosed(transaction)
        resolve(transaction)
        await closed
      }).catch(reject)
    })

  // Readers and one writer don't block each other. The file remembers
  // this setting.
  client.execute("PRAGMA journal_mode = WAL").catch(() => {})
  return client
}

const argsOf = (statement: InStatement) =>
  typeof statement === "string" ? undefined : statement.args

/** Resolves when the transaction ends, however it ends. */
function whenClosed(transaction: Transaction): Promise<void> {
  return new Promise((resolve) => {
    const { commit, rollback, close } = transaction
    transaction.commit = () => commit.call(transaction).finally(resolve)
    transaction.rollback = () =>
      rollback.call(transaction).finally(resolve)
    transaction.close = () => {
      close.call(transaction)
      resolve()
    }
  })
}
