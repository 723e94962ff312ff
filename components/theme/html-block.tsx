import { useEffect, useReducer, useRef, type ComponentProps } from "react"
import { knownHtml, loadHtml } from "./page-html"
import { usePage } from "./page"

type Tag = "blockquote" | "li" | "ol" | "p" | "pre" | "table" | "ul"

/** Which block of the page it is, and what is in it: see plugins/text-as-html.mjs. */
export type BlockHtml = { index?: number; html?: string }

/**
 * A block whose text is in the page's HTML. In a page that the browser has loaded, React leaves it
 * alone. In one that the reader came back to, it may have to be loaded first.
 */
function HtmlBlock({ tag, index = 0, html, ...props }: BlockHtml & { tag: Tag }) {
  // One type for all tags: what is used of them is the same.
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

/** An element that may come with its content, or as HTML. */
function orHtml<Name extends Tag>(tag: Name) {
  return function Block({ index, html, children, ...props }: ComponentProps<Name> & BlockHtml) {
    if (index !== undefined) return <HtmlBlock {...props} tag={tag} index={index} html={html} />
    const Element = tag as "p"
    return <Element {...(props as ComponentProps<"p">)}>{children}</Element>
  }
}

export const Pre = orHtml("pre")
export const Table = orHtml("table")

/** The elements of Markdown that need nothing but this. */
export const htmlBlocks = {
  blockquote: orHtml("blockquote"),
  li: orHtml("li"),
  ol: orHtml("ol"),
  p: orHtml("p"),
  ul: orHtml("ul"),
}
