import { setTimeout as wait } from "node:timers/promises"
import { createClient, LibsqlError, type Client } from "@libsql/client"
import { lockTimeoutMessage, MigrationError } from "./migration-engine"

/**
 * Holds a lock while `work` runs. SQLite has no advisory lock, so the lock is an exclusive
 * transaction on a file of its own, which the operating system ends with the process.
 *
 * @param url Of that file, which is created where it is missing.
 * @throws {MigrationError} When another process holds the lock for longer than `lockTimeoutMs`.
 */
export async function withFileLock<T>(
  url: string,
  lockTimeoutMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const client = createClient({ url })
  try {
    const lock = await takeLock(client, lockTimeoutMs)
    try {
      return await work()
    } finally {
      await lock.rollback()
    }
  } finally {
    client.close()
  }
}

async function takeLock(client: Client, lockTimeoutMs: number) {
  for (const start = performance.now(); ; await wait(50)) {
    try {
      return await client.transaction("write")
    } catch (error) {
      if (!(error instanceof LibsqlError) || error.code !== "SQLITE_BUSY") throw error
      if (performance.now() - start > lockTimeoutMs)
        throw new MigrationError(lockTimeoutMessage(lockTimeoutMs), { cause: error })
      // A connection that found the file locked is not to be used again: see sqlite-client.ts.
      await client.reconnect()
    }
  }
}
