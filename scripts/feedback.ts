import { databaseOf } from "../demo/live/server/database-url"
import { allFeedback } from "../demo/live/server/feedback/feedback-statements"
import { clients } from "../demo/live/server/prisma-clients"
import { escapedForLog } from "../server/escaped-for-log.mjs"
import { readConfiguration } from "./configuration"

type Row = { page: string; helpful: unknown; sentence: string; votedAt: unknown }

/** Prints how many readers found each page helpful, and what they wrote, the newest first. */
async function printFeedback(): Promise<void> {
  const { DATABASE_URL } = await readConfiguration()
  process.env.DATABASE_URL = DATABASE_URL
  const database = databaseOf(DATABASE_URL)
  const { prisma } = await clients[database]()
  const rows = await prisma.$queryRawUnsafe<Row[]>(allFeedback[database])
  await prisma.$disconnect()
  if (rows.length === 0) console.log("There's no feedback yet.")
  for (const page of new Set(rows.map((row) => row.page))) {
    const votes = rows.filter((row) => row.page === page)
    const helpful = votes.filter((row) => Number(row.helpful) === 1).length
    console.log(`${page}: ${helpful} yes, ${votes.length - helpful} no`)
    for (const { sentence, votedAt, helpful } of votes) {
      const day = new Date(Number(votedAt)).toISOString().slice(0, 10)
      const vote = Number(helpful) === 1 ? "yes" : "no"
      if (sentence) console.log(`  ${day} ${vote.padEnd(3)} ${escapedForLog(sentence)}`)
    }
  }
}

try {
  await printFeedback()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
