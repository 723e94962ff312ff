import { useEffect, useReducer, useRef, type ComponentProps } from "react"
import { codeHtml, loadCode } from "./code-html"
import { usePage } from "./page"

type Props = ComponentProps<"pre"> & {
  "data-filename"?: string
  "data-language"?: string
  /** Empty: what is in the block is there to be copied. */
  "data-copy"?: string
  /** Which block of the page it is, and its code: see plugins/code-as-html.mjs. */
  index: number
  html: string | undefined
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
  index,
  html,
  ...props
}: Props) {
  const hasCopy = copy === ""
  const code = useCode(index, html)
  return (
    <div className="code-block" data-code-block={index}>
      {(filename || hasCopy) && (
        <div className="code-bar">
          <span>{filename ?? languages[language] ?? "Text"}</span>
          {hasCopy && (
            <button type="button" title="Copy code" aria-label="Copy code" data-copy-code="" />
          )}
        </div>
      )}
      <pre
        {...props}
        ref={code.ref}
        dangerouslySetInnerHTML={{ __html: code.html ?? "" }}
        suppressHydrationWarning
      />
    </div>
  )
}

/**
 * The code of a block. In a page that the browser has loaded it is in the document, where React leaves
 * it alone. In one that the reader came back to, it may have to be loaded first.
 */
function useCode(index: number, html: string | undefined) {
  const ref = useRef<HTMLPreElement>(null)
  const { address } = usePage()
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (ref.current?.innerHTML === "") void loadCode(address).then(renderAgain, () => {})
  }, [address])
  return { ref, html: html ?? codeHtml(address, index) }
}
