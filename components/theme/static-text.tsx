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
  if (children === undefined) return <LoadedText index={index} />
  return (
    <div className="static-text" data-html={index}>
      {children}
    </div>
  )
}

/**
 * In the browser, the text is in the page's HTML. If the browser loaded the page, React leaves it alone. If
 * the reader came back to the page, it may have to be fetched first.
 */
function LoadedText({ index }: { index: number }) {
  const element = useRef<HTMLDivElement>(null)
  const { address } = usePage()
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (element.current?.innerHTML === "") void loadHtml(address).then(renderAgain, () => {})
  }, [address])
  return (
    <div
      ref={element}
      className="static-text"
      data-html={index}
      dangerouslySetInnerHTML={{ __html: knownHtml(address, index) ?? "" }}
      suppressHydrationWarning
    />
  )
}
