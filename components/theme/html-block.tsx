import { useEffect, useReducer, useRef, type ComponentProps } from "react"
import { knownHtml, loadHtml } from "./page-html"
import { usePage } from "./page"

type Tag = "blockquote" | "div" | "li" | "ol" | "p" | "pre" | "table" | "ul"

/** The number or the name of the block in its page, and its content: see plugins/text-as-html.mjs. */
export type BlockHtml = { index?: number | string; html?: string }

/**
 * A block whose text is in the page's HTML. If the browser loaded the page, React leaves the text
 * alone. If the reader came back to the page, it may have to be fetched first.
 */
export function HtmlBlock({
  tag,
  index = 0,
  html,
  ...props
}: BlockHtml & { tag: Tag; className?: string }) {
  // One type for all tags: this component only uses what they have in common.
  const Element = tag as "p"
  const block = useRef<HTMLParagraphElement>(null)
  const { address } = usePage()
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (block.current?.innerHTML === "") void loadHtml(address).then(renderAgain, () => {})
  }, [address])
  return (
    <Element
      {...props}
      ref={block}
      data-html={index}
      dangerouslySetInnerHTML={{ __html: html ?? knownHtml(address, index) ?? "" }}
      suppressHydrationWarning
    />
  )
}

/** An element with children, or with its content as HTML. */
function orHtml<Name extends Tag>(tag: Name) {
  return function Block({ index, html, children, ...props }: ComponentProps<Name> & BlockHtml) {
    if (index !== undefined) return <HtmlBlock {...props} tag={tag} index={index} html={html} />
    const Element = tag as "p"
    return <Element {...(props as ComponentProps<"p">)}>{children}</Element>
  }
}

export const Pre = orHtml("pre")
export const Table = orHtml("table")

/** The Markdown elements that need nothing else. */
export const htmlBlocks = {
  blockquote: orHtml("blockquote"),
  li: orHtml("li"),
  ol: orHtml("ol"),
  p: orHtml("p"),
  ul: orHtml("ul"),
}
