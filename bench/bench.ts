import { cpus } from "node:os"
import { measureExtras } from "./extras"
import { printDatabaseTime, printPlans } from "./database-report"
import { printFault, printFaultHeader, printFlood } from "./fault-report"
import { measureFaults, type FaultReport } from "./faults"
import { measureFloods } from "./floods"
import { measureHostile } from "./hostile"
import { measureKills } from "./kills"
import { kilobytes, measurePages } from "./page-report"
import { takeTurns, median, type Result } from "./rounds"
import { countScriptBytes } from "./script-bytes"
import { startServer } from "./servers"
import { authJs, peer } from "./sign-in"
import { makeTemporaryFolder } from "../tests/support/temporary-folder"
import { build } from "../scripts/build"
import { generate } from "../scripts/generate"

// `npm run bench`: what a sign-in costs here, beside a server that was written by hand; how much
// script a page loads; and what a sign-in costs PostgreSQL with a thousand users and with a million.
// `npm run bench database` measures the last only, `npm run bench extras` only what all extras together
// cost a sign-in. `npm run bench faults` breaks the database while
// people use the site, kills the server and floods it, `npm run bench faults clock` only what has `clock` in
// its name, `npm run bench pages` measures every page of the guide
// beside a bare page of Nextra, `npm run bench pages /configure` that page only. What the figures say: docs/decisions/013 and 017.

/** Parallel clients, turns of each server, and sign-ins a turn: 5,000 on each in all. */
const size = { clients: 8, rounds: 10, signIns: 500 }

/** Numbers of users, turns of each, and sign-ins a turn, of either kind of passkey. */
const scale = { users: [1_000, 1_000_000], rounds: 5, signIns: 1_000 }

/** How long, in seconds, each fault lasts. */
const faultSeconds = 15

/** How often the server is killed on each database, and how many hostile requests it gets. */
const kills = 20
const hostile = 50_000

const [, , part, ...addresses] = process.argv
if (part === "faults") await measureFaultsOneByOne(addresses)
else if (part === "pages") await measurePages(addresses)
else if (part === "extras") await measureExtras(size)
else {
  if (part !== "database") {
    await measureSignIns()
    await measureExtras(size)
  }
  await measureDatabase()
}

/** @param names Parts of the names of what to measure. Without any, it's everything. */
async function measureFaultsOneByOne(names: string[]) {
  const wanted = (name: string) => !names.length || names.some((part) => name.includes(part))
  await build()
  printFaultHeader(faultSeconds)
  const judge = ({ failed, rowsLost, orphans }: FaultReport) => {
    if (failed || rowsLost || orphans) process.exitCode = 1
  }
  const print = (report: FaultReport) => {
    printFault(report)
    judge(report)
  }
  for await (const report of measureFaults(faultSeconds, wanted)) print(report)
  for await (const report of measureKills(kills, wanted)) print(report)
  if (wanted("hostile requests")) print(await measureHostile(hostile))
  for await (const report of measureFloods(faultSeconds, wanted)) {
    printFlood(report)
    judge(report)
  }
}

async function measureSignIns() {
  await build()
  const folder = await makeTemporaryFolder()
  const site = await startServer("server/serve.mjs", folder.sqlite("site"), authJs, size.clients)
  const other = await startServer("bench/peer.mjs", folder.sqlite("peer"), peer, size.clients)
  const alone = await startAlone(folder.sqlite("alone"), "all extras")
  const withoutDatabase = await startAlone(folder.sqlite("remembered"), "no database")
  try {
    const contestants = [
      { name: "written by hand", clients: other.clients },
      { name: "this site", clients: site.clients },
      { name: "Auth.js alone", clients: alone.clients },
      { name: "and no database", clients: withoutDatabase.clients },
    ]
    // Both compile what they run often. That is not what a sign-in costs later.
    await takeTurns(contestants, 1, size.signIns)
    const results = await takeTurns(contestants, size.rounds, size.signIns)
    printSignIns(contestants, results)
    printScript(await countScriptBytes(`${site.origin}/configure`))
    if (results.some(({ failures }) => failures > 0)) process.exitCode = 1
  } finally {
    await Promise.all([site, other, alone, withoutDatabase].map((server) => server.stop()))
    await folder.remove()
  }
}

async function measureDatabase() {
  await generate()
  // It imports the client that was generated just now.
  const { measureDatabaseTime } = await import("./database-time")
  const { times, plans } = await measureDatabaseTime(scale.users, scale.rounds, scale.signIns)
  printDatabaseTime(times)
  printPlans(plans)
  const readsEveryRow = plans.some(({ steps }) => steps.some((step) => /^Seq Scan/.test(step)))
  if (!plans.length || readsEveryRow) process.exitCode = 1
}

/** What the site is built on, for what it costs by itself. */
function startAlone(url: string, app: string) {
  return startServer("bench/auth-js-alone.ts", url, authJs, size.clients, { BENCH_APP: app })
}

function printSignIns(contestants: { name: string }[], results: Result[]) {
  const { clients, rounds, signIns } = size
  console.log(
    `\nSign-ins, ${clients} clients at once, ${rounds} rounds of ${signIns} by turns, SQLite on disk, ` +
      `Node.js ${process.versions.node}, ${cpus().length} processors\n`,
  )
  const row = (...cells: (string | number)[]) =>
    console.log(
      cells.map((cell, index) => String(cell)[index ? "padStart" : "padEnd"](16)).join(""),
    )
  row("", "a second", "least", "most", "sign-ins", "failures", "ratio")
  const byHand = results[0]?.rates ?? []
  for (const [index, { rates, ...result }] of results.entries()) {
    const [middle, least, most] = [median(rates), Math.min(...rates), Math.max(...rates)]
    row(
      contestants[index]?.name ?? "",
      middle.toFixed(),
      least.toFixed(),
      most.toFixed(),
      result.signIns,
      `${((100 * result.failures) / result.signIns).toFixed(2)} %`,
      median(rates.map((rate, round) => rate / (byHand[round] ?? NaN))).toFixed(2),
    )
  }
}

function printScript({ before, after }: { before: number; after: number }) {
  console.log(
    `\nScript of a guide page, compressed: ${kilobytes(before)} before its demo is opened, ` +
      `${kilobytes(after)} after.`,
  )
}
