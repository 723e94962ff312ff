import type { DatabaseTime } from "./database-time"
import type { Plan } from "./plans"
import { median } from "./rounds"

/** Prints a table: a row a number of users, and the ratio of the most to the least. */
export function printDatabaseTime(times: DatabaseTime[]) {
  console.log("\nTime of a sign-in inside of PostgreSQL, in ms\n")
  const row = (...cells: string[]) =>
    console.log(
      cells.map((cell, index) => cell[index ? "padStart" : "padEnd"](index ? 22 : 12)).join(""),
    )
  row("users", "counter stays", "counter moves")
  for (const { users, still, counting } of times)
    row(users.toLocaleString("en"), median(still).toFixed(3), median(counting).toFixed(3))
  const [few, many] = [times[0], times.at(-1)]
  const ratio = (kind: "still" | "counting") =>
    median(few && many ? many[kind].map((time, round) => time / (few[kind][round] ?? NaN)) : [])
  row("ratio", ratio("still").toFixed(2), ratio("counting").toFixed(2))
}

/** The statements of a sign-in with the most users, and what PostgreSQL touches for each. */
export function printPlans(plans: Plan[]) {
  console.log("\nHow PostgreSQL runs them\n")
  for (const { statement, steps } of plans) {
    const [verb, table] = [
      /^\w+/.exec(statement)?.[0],
      /(?:FROM|INTO|UPDATE) "public"\."(\w+)"/.exec(statement)?.[1],
    ]
    console.log(`${verb} ${table}: ${steps.join(", ")}`)
  }
}
