import { strToU8, Zip, ZipDeflate } from "fflate"

/** The oldest date that a zip file can hold: the same files are the same bytes on every day. */
const mtime = new Date(1980, 0, 1)

/**
 * A zip file with all files in one folder, compressed file by file as it is read.
 *
 * @param files Their texts, by their paths.
 */
export function* zipFiles(folder: string, files: Map<string, string>): Generator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [path, text] of files) {
    const file = new ZipDeflate(`${folder}/${path}`, { level: 9 })
    file.mtime = mtime
    zip.add(file)
    file.push(strToU8(text), true)
    yield* chunks.splice(0)
  }
  zip.end()
  yield* chunks.splice(0)
}
