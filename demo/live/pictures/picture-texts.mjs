// @ts-check
import { lanesAsText } from "../../../components/picture/lanes-as-text.mjs"
import { tablesAsText } from "./auth-tables.mjs"
import { ceremonyLanes, ceremonySteps } from "./ceremony-lanes.mjs"
import { keysAsText } from "./keys.mjs"
import { rpIdAsText } from "./rp-id.mjs"

/**
 * What each picture says, in Markdown, by the name of its component. JavaScript, as the data of the
 * pictures is, because the build reads it too.
 *
 * @type {Record<string, (props: Record<string, string>, read: (file: string) => string) => string>}
 *   It gets the component's properties, and what reads a file by its path from the top of the checkout.
 */
export const pictureTexts = {
  CeremonyPicture: ({ ceremony }) =>
    lanesAsText(
      ceremonyLanes,
      ceremonySteps[ceremony === "authentication" ? "authentication" : "registration"],
    ),
  KeysPicture: keysAsText,
  RpIdPicture: rpIdAsText,
  TablesPicture: ({ database }, read) => tablesAsText(read(schemaFiles[database ?? ""] ?? "")),
}

/** Of the SQL databases, one stands for all: a test holds that their tables are the same. */
const schemaFiles = /** @type {Record<string, string>} */ ({
  sql: "prisma/postgresql/schema.prisma",
  mongodb: "prisma/mongodb/schema.prisma",
})
