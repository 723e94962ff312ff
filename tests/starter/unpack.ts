import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { unzipSync } from "fflate"

/** Unpacks a zip file whose files are all in one folder. */
export async function unpack(answer: Response, folder: string) {
  for (const [name, bytes] of Object.entries(unzipSync(await answer.bytes()))) {
    const path = join(folder, name.slice(name.indexOf("/")))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
}
