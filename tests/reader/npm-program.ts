import { installOnce } from "./shared-installs"

// `npm install` as one of several readers runs it: readers-npm.ts.
const [npm = "", shared = "", ...words] = process.argv.slice(2)
const { code, output } = await installOnce(npm, shared, words, process.cwd())
process.stdout.write(output)
process.exitCode = code ?? 1
