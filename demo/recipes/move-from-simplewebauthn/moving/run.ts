import { parseArgs } from "node:util"
import { prisma } from "../prisma"
import { movePasskeys } from "./move-passkeys"
import { undoMove } from "./undo-move"

const { values } = parseArgs({
  options: {
    undo: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
})

async function run() {
  const dryRun = values["dry-run"]
  const step = values.undo ? undoMove : movePasskeys
  const { passkeys, problems } = await step(prisma, { dryRun })
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) throw new Error("Nothing was changed.")
  const done = values.undo ? "Passkeys taken back" : "Passkeys moved"
  console.log(`${done}: ${passkeys}.`)
  if (dryRun) console.log("This was a dry run. Nothing was changed.")
}

run()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
  .finally(() => prisma.$disconnect())
