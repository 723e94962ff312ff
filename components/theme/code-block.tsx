import { Fragment, type ComponentProps } from "react"
import { wrappingLanguages } from "./wrapping-languages.mjs"

type Props = ComponentProps<"pre"> & {
  "data-filename"?: string
  "data-language"?: string
  /** An empty string if the block has a copy button. */
  "data-copy"?: string
  /** How many lines a folded block has: see plugins/fold-code.mjs. */
  lines?: string
}

/** The label of a block without a file name. */
const languages: Record<string, string> = {
  sh: "Terminal",
  sql: "SQL",
  ts: "TypeScript",
  tsx: "TypeScript",
  js: "JavaScript",
  json: "JSON",
  yaml: "YAML",
  html: "HTML",
  http: "HTTP",
  prisma: "Prisma schema",
  diff: "Changes",
}

/**
 * A code block with its name and a copy button above it (see copy-code.ts), and below a long one what
 * unfolds it. The lines that are folded are in the page, so that they are copied, printed and found.
 */
export function CodeBlock({
  "data-filename": filename,
  "data-language": language = "",
  "data-copy": copy,
  lines,
  ...props
}: Props) {
  const hasCopy = copy === ""
  const wraps = wrappingLanguages.includes(language)
  const name = filename ?? languages[language] ?? "Text"
  // What scrolls must be reached by keyboard, and then has a name.
  const scrolls = wraps
    ? { tabIndex: undefined }
    : { tabIndex: 0, role: "group", "aria-label": name.replace(/.*\//, "") }
  return (
    <div className={wraps ? "code-block wraps" : "code-block"}>
      {(filename || hasCopy) && (
        <div className="code-bar">
          <span>
            {name.split(/(?<=\/)/).map((part, index) => (
              <Fragment key={index}>
                {index > 0 && <wbr />}
                {part}
              </Fragment>
            ))}
          </span>
          {hasCopy && <button aria-label="Copy code" data-copy-code="" />}
        </div>
      )}
      <pre
        {...props}
        // Nextra's, for a button that we don't have.
        data-word-wrap={undefined}
        {...scrolls}
      />
      {lines && (
        <details className="code-fold">
          <summary>
            <span>{`Show all ${lines} lines`}</span>
            <span>Show fewer lines</span>
          </summary>
        </details>
      )}
    </div>
  )
}
