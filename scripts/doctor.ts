import { runDoctor } from "./doctor/run-doctor"

// What it finds, what the exit codes mean: pages/doctor.mdx.
const { exitCode, output } = await runDoctor(process.argv.slice(2))
if (exitCode === 2 && !output.startsWith("{")) console.error(output)
else console.log(output)
process.exitCode = exitCode
