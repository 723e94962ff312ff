import { cp, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { applyRecipe } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { root } from "../../scripts/root"
import { fencesOf, sourceOf } from "../guide/guide-pages"
import { applyEdit } from "../reader/apply-edit"

const recipe = (name: string) => join(root, "demo/recipes", name)

/** Adds to a reader's app what /other-ways-in and /recovery add: links, an OpenID provider, notices and codes. */
export async function addOtherWays(folder: string) {
  for (const name of ["email-link", "openid-connect", "account-notices", "recovery-codes"])
    await cp(recipe(name), folder, {
      recursive: true,
      filter: (source) => !/migrations|recipe\.json/.test(source),
    })
  const edit = async (path: string, change: (text: string) => string) => {
    const file = join(folder, path)
    await writeFile(file, change(await readFile(file, "utf8")))
  }

  const codes = JSON.parse(await readFile(join(recipe("recovery-codes"), "recipe.json"), "utf8"))
  for (const path of ["auth.ts", "prisma/schema.prisma"]) {
    const edits = { [path]: codes.edits[path] }
    await edit(path, (text) => applyRecipe(new Map([[path, text]]), { edits }).get(path) ?? "")
  }
  for (const { language, meta, code } of fencesOf(sourceOf("recovery"))) {
    const path = /^ edit="(app\/.*?)"/.exec(meta)?.[1]
    if (language === "diff" && path) await edit(path, (text) => applyEdit(text, code.trimEnd()))
  }
  await edit("auth.ts", (text) => {
    const changed = text
      .replace("import Passkey", `${imports}\nimport Passkey`)
      .replace("providers: [", "providers: [emailLink, openIdConnect, ")
      .replace("  experimental:", `${options}\n  experimental:`)
    if (!changed.includes("openIdConnect, Passkey(")) throw new Error("auth.ts has changed.")
    return changed
  })
}

const imports = `import { accountNotices } from "./account-notices"
import { emailLink } from "./email-link"
import { openIdConnect, requireVerifiedEmail } from "./openid-connect"`

const options = `  callbacks: { signIn: requireVerifiedEmail },
  events: accountNotices,`
