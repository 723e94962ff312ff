import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants } from "node:zlib"

const compress = promisify(brotliCompress)

/** What compresses well. Fonts (WOFF2) are compressed with brotli already. */
const compressible = /\.(css|js|json|svg|txt|wasm)$/

/** From here on, in bytes, the best level takes seconds a file, for a tenth less. */
const largeFileBytes = 1_000_000

/**
 * Writes each script and style sheet once more, compressed with brotli at its best level, beside it: what
 * the server sends (`server/compressed.mjs`). That takes seconds, so it isn't done while somebody waits.
 *
 * @param folder What the build has written for browsers.
 */
export async function compressAssets(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name))
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name)
      const content = await readFile(file)
      const params = {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
        ...(content.byteLength > largeFileBytes && { [constants.BROTLI_PARAM_QUALITY]: 9 }),
      }
      await writeFile(`${file}.br`, await compress(content, { params }))
    }),
  )
}
