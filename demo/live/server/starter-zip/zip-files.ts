import { strToU8, zip, type AsyncZippable } from "fflate"

/** The oldest date that a zip file can hold: the same files are the same bytes on every day. */
const mtime = new Date(1980, 0, 1)

/**
 * A zip file with all files in one folder.
 *
 * @param files Their texts, by their paths.
 */
export function zipFiles(folder: string, files: Map<string, string>): Promise<Uint8Array> {
  const entries: AsyncZippable = {}
  for (const [path, text] of files) entries[`${folder}/${path}`] = [strToU8(text), { mtime }]
  return new Promise((resolve, reject) =>
    zip(entries, { level: 9 }, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  )
}
