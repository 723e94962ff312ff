import type { ComponentProps } from "react"

type Props = ComponentProps<"pre"> & {
  "data-filename"?: string
  "data-language"?: string
  /** An empty string if the block has a copy button. */
  "data-copy"?: string
}

/** The label of a block without a file name. */
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

/** A code block with its name and a copy button above it. See copy-code.ts. */
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
      <pre {...props} />
    </div>
  )
}
