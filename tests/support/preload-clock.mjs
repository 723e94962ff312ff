// @ts-check
import { readFileSync } from "node:fs"

// Loaded into a process before anything else (stepped-clock.ts). Its time of day is then the machine's
// plus the milliseconds that CLOCK_STEP_FILE holds at that moment, as when an operator or NTP sets the
// clock. Timers and `performance.now()` go on as they were, as they do on Linux (CLOCK_MONOTONIC).

const MachineDate = Date
/** How long, in milliseconds, what was read from the file counts. */
const freshMs = 10
let readAt = -Infinity
let stepMs = 0

function now() {
  if (performance.now() - readAt > freshMs) {
    readAt = performance.now()
    stepMs = Number(readFileSync(process.env.CLOCK_STEP_FILE ?? "", "utf8"))
  }
  return MachineDate.now() + stepMs
}

globalThis.Date = new Proxy(MachineDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new MachineDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
})
MachineDate.prototype.constructor = globalThis.Date
