import type { ComponentProps } from "react"
import { Pre } from "./html-block"

type Props = ComponentProps<typeof Pre> & {
  "data-filename"?: string
  "data-language"?: string
  /** Empty: what is in the block is there to be copied. */
  "data-copy"?: string
}

/** What a block without a file name is called. */
const languages: Record<string, string> = {
  sh: "Terminal",
  sql: "SQL",
  ts: "TypeScript",
  tsx: "TypeScript",
  js: "JavaScript",
  json: "JSON",
  http: "HTTP",
  prisma: "Prisma schema",
  diff: "Changes",
}

/** A block of code, under a bar with its name and a button that copies it: see copy-code.ts. */
export function CodeBlock({
  "data-filename": filename,
  "data-language": language = "",
  "data-copy": copy,
  ...props
}: Props) {
  const hasCopy = copy === ""
  return (
    <div className="code-block" data-code-block="">
      {(filename || hasCopy) && (
        <div className="code-bar">
          <span>{filename ?? languages[language] ?? "Text"}</span>
          {hasCopy && (
            <button type="button" title="Copy code" aria-label="Copy code" data-copy-code="" />
          )}
        </div>
      )}
      <Pre {...props} />
    </div>
  )
}
