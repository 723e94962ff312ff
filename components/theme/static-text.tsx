import { useEffect, useRef, useState, type ReactNode } from "react"
import { knownHtml, loadHtml } from "./page-html"
import { usePage } from "./page"

type Props = {
  /** What tells it from others in its page: its number, or a name. */
  index: number | string
  className?: string
  /** In production, only on the server: see plugins/static-text.mjs. */
  children: ReactNode
}

/** A part of a page that React leaves alone in the browser: without components, or without their script. */
export function StaticText({ index, className = "static-text", children }: Props) {
  if (children === undefined) return <ServerHtml name={index} className={className} />
  return (
    <div className={className} data-html={index}>
      {children}
    </div>
  )
}

type ServerHtmlProps = {
  /** What tells it from others in its page. */
  name: number | string
  className: string | undefined
  /** Called when the content is in the document. Must stay the same function. */
  onShown?: () => void
}

/**
 * An element whose content is in the page's HTML, and not in its script. If the browser loaded the page,
 * React leaves the content alone. If the reader came back to the page, it may have to be fetched first.
 */
export function ServerHtml({ name, className, onShown }: ServerHtmlProps) {
  const element = useRef<HTMLDivElement>(null)
  const { address } = usePage()
  // React writes the content anew whenever it gets another object, which would close what the reader has
  // opened in it.
  const [content, setContent] = useState(() => ({
    __html: knownHtml(address, name) ?? "",
  }))
  useEffect(() => {
    if (element.current?.hasChildNodes()) return onShown?.()
    const show = () => {
      const loaded = knownHtml(address, name)
      if (loaded) setContent({ __html: loaded })
    }
    void loadHtml(address).then(show, () => {})
  }, [address, name, content, onShown])
  return (
    <div
      ref={element}
      className={className}
      data-html={name}
      dangerouslySetInnerHTML={content}
      suppressHydrationWarning
    />
  )
}
