import { parseArgs } from "node:util"
import { diagnose, inOrder } from "../../demo/live/doctor/diagnose"
import type { Diagnosis } from "../../demo/live/doctor/finding"
import { findApps } from "./find-apps"
import { report } from "./report"

export type Outcome = {
  /** 0: nothing found. 1: findings. 2: something couldn't be examined. */
  exitCode: 0 | 1 | 2
  output: string
}

const usage = "Usage: npm run doctor -- <folder> [--address <url>] [--auth-url <url>] [--json]"

/**
 * Examines the apps in a folder, and changes nothing in it. Never throws: what went wrong is the output of
 * exit code 2.
 *
 * @param parameters What was typed after the command's name.
 */
export async function runDoctor(parameters: string[]): Promise<Outcome> {
  try {
    return await examineFolder(parameters)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { exitCode: 2, output: `${message}\n${usage}` }
  }
}

async function examineFolder(parameters: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: parameters,
    allowPositionals: true,
    options: {
      address: { type: "string" },
      "auth-url": { type: "string" },
      json: { type: "boolean" },
    },
  })
  const [folder, ...others] = positionals
  if (!folder || others.length > 0) throw new Error("Name one folder.")
  const apps = await findApps(folder)
  if (apps.length === 0)
    throw new Error(`No package.json in ${folder} asks for next-auth: there is nothing to examine.`)
  const { address = "", "auth-url": authUrl = "" } = values
  const diagnosis = merge(apps.map(({ files }) => diagnose({ files, address, authUrl })))
  const { findings, unread } = diagnosis
  return {
    exitCode: unread.length > 0 ? 2 : findings.length > 0 ? 1 : 0,
    output: values.json ? JSON.stringify({ findings, unread }, null, 2) : report(diagnosis),
  }
}

/** Apps may share files, whose findings are said once. */
function merge(diagnoses: Diagnosis[]): Diagnosis {
  const once = <Item>(items: Item[]) => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ]
  return {
    findings: inOrder(once(diagnoses.flatMap(({ findings }) => findings))),
    unread: once(diagnoses.flatMap(({ unread }) => unread)),
    read: once(diagnoses.flatMap(({ read }) => read)),
  }
}
