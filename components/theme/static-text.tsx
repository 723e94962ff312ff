import { useEffect, useReducer, useRef, type ReactNode } from "react"
import { knownHtml, loadHtml } from "./page-html"
import { usePage } from "./page"

type Props = {
  /** Its number in its page. */
  index: number
  /** In production, only on the server: see plugins/static-text.mjs. */
  children: ReactNode
}

/** A part of a page that has no components. */
export function StaticText({ index, children }: Props) {
  if (children === undefined) return <ServerHtml name={index} className="static-text" />
  return (
    <div className="static-text" data-html={index}>
      {children}
    </div>
  )
}

type ServerHtmlProps = {
  /** What tells it from others in its page. */
  name: number | string
  className: string | undefined
  /** Only on the server. */
  html?: string
}

/**
 * An element whose content is in the page's HTML, and not in its script. If the browser loaded the page,
 * React leaves the content alone. If the reader came back to the page, it may have to be fetched first.
 */
export function ServerHtml({ name, className, html }: ServerHtmlProps) {
  const element = useRef<HTMLDivElement>(null)
  const { address } = usePage()
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (element.current?.innerHTML === "") void loadHtml(address).then(renderAgain, () => {})
  }, [address])
  return (
    <div
      ref={element}
      className={className}
      data-html={name}
      dangerouslySetInnerHTML={{ __html: html ?? knownHtml(address, name) ?? "" }}
      suppressHydrationWarning
    />
  )
}
