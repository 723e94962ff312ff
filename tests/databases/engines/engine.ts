import type { loadStarter } from "../../../demo/live/server/load-starter"

export type Table = "User" | "Account" | "Session" | "Authenticator"
export type Prisma = Awaited<ReturnType<typeof loadStarter>>["prisma"]

/** A database to run the contracts on, empty, and what a test does to it behind Prisma's back. */
export type Engine = {
  /** As its makers write it. */
  name: string
  url: string
  /** A statement that selects its version, as `version`. */
  version: string
  /** Statements that make every INSERT into the table fail, and statements that undo it. */
  refusal(table: Table): { begin: string[]; end: string[] }
  /** Whether the database can answer the query in no other way than by reading every row. */
  readsEveryRow(prisma: Prisma, select: string): Promise<boolean>
  stop(): Promise<void>
}
