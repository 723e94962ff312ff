/** A connection that holds the lock: no other process applies migrations to the database meanwhile. */
export type MigrationConnection = {
  /** Runs one statement and returns its rows. `?` stands for a value, on every database. */
  query(sql: string, values?: string[]): Promise<Record<string, unknown>[]>
  /** Runs a script of any number of statements. */
  runScript(script: string): Promise<void>
}

/** How migrations reach one kind of database, and the SQL that is its own. */
export type MigrationEngine = {
  /**
   * Connects, waits for the lock, does `work` and closes the connection, which releases the lock.
   *
   * @throws {MigrationError} When another process holds the lock for longer than `lockTimeoutMs`.
   * @throws {Error} What the driver throws when the database cannot be reached, and what `work` does.
   */
  withConnection<T>(
    url: string,
    lockTimeoutMs: number,
    work: (connection: MigrationConnection) => Promise<T>,
  ): Promise<T>
  /** Selects the `name` of every table. */
  listTables: string
  /** Creates `_prisma_migrations` as Prisma's own schema engine does. */
  createBookkeeping: string
  /** The current time, as Prisma stores it in that table. */
  now: string
}

/** An error whose message says in one line what is wrong and what to do. */
export class MigrationError extends Error {}

export const lockTimeoutMessage = (lockTimeoutMs: number) =>
  `Another process has applied migrations for more than ${lockTimeoutMs / 1_000} seconds.`
