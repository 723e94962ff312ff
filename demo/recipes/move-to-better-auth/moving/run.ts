import { parseArgs } from "node:util"
import { prisma } from "../prisma"
import { movePasskeys } from "./move-passkeys"
import { undoMove } from "./undo-move"

const { values } = parseArgs({
  options: {
    undo: { type: "boolean" },
    "dry-run": { type: "boolean" },
    "keep-changes": { type: "boolean" },
  },
})

/** A passkey works for one RP ID only, for as long as it exists. */
function checkRpId() {
  const { AUTH_URL, BETTER_AUTH_URL } = process.env
  if (!AUTH_URL || !BETTER_AUTH_URL)
    throw new Error("Set AUTH_URL and BETTER_AUTH_URL.")
  const [before, after] = [AUTH_URL, BETTER_AUTH_URL].map(
    (url) => new URL(url).hostname,
  )
  if (before !== after)
    throw new Error(
      `The RP ID would change from ${before} to ${after}, and no passkey would work.`,
    )
}

async function run() {
  checkRpId()
  const dryRun = values["dry-run"]
  const { passkeys, problems, notes } = values.undo
    ? await undoMove(prisma, {
        dryRun,
        keepChanges: values["keep-changes"],
      })
    : await movePasskeys(prisma, { dryRun })
  for (const note of notes) console.log(note)
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
