import { starterFiles } from "./starter-files"
import { zipEndpoint } from "./zip-endpoint"

/**
 * `GET /api/starter?database=&packageManager=&signIn=&session=&extras=`: the starter for these choices,
 * as a zip file. The same choices give the same bytes. 400 lists what can be chosen, and says which
 * extra is missing if one needs another.
 */
export const starterEndpoint = zipEndpoint({
  what: "The starter",
  folderOf: ({ database }) => `passkeys-starter-${database}`,
  filesOf: (choices) => starterFiles(process.cwd(), choices),
})
