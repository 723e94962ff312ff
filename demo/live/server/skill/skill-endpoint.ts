import { zipEndpoint } from "../starter-zip/zip-endpoint"
import { skillFiles } from "./skill-files"
import { skillName } from "./skill-text"

/**
 * `GET /api/skill`, with the same choices as `/api/starter`: the guide as a skill for coding assistants
 * (https://agentskills.io), as a zip file. The same choices give the same bytes. 400 lists what can be
 * chosen.
 */
export const skillEndpoint = zipEndpoint({
  what: "The skill",
  // The specification wants the folder to have the skill's name.
  folderOf: () => skillName,
  filesOf: async (choices) => skillFiles(choices),
})
