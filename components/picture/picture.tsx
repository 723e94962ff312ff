import type { ReactNode, Ref } from "react"
import { ServerHtml } from "../theme/static-text"

type Props = {
  /** Unique in its page. */
  name: string
  /** The outermost element, for what acts on the picture. */
  frame?: Ref<HTMLDivElement>
  /** Called when the picture is in the document. Must stay the same function. */
  onShown?: () => void
  /** The drawing on the server, and nothing in the browser. */
  children: ReactNode
}

/**
 * A picture that only the server draws, so that a page's script contains neither its words nor its
 * geometry. The browser's part of a picture passes its drawing like this, which the compiler removes
 * from the browser's script:
 *
 * ```tsx
 * <Picture name="keys">{typeof window === "undefined" ? <KeysDrawing /> : undefined}</Picture>
 * ```
 *
 * React leaves the drawing alone when it takes over the page. If a link led to the page, the drawing
 * is taken from that page's HTML: see components/theme/page-html.ts.
 */
export const Picture = ({ name, frame, onShown, children }: Props) => (
  <div ref={frame} className="picture" data-embedded="">
    {children ? (
      <div data-html={name}>{children}</div>
    ) : (
      <ServerHtml name={name} className={undefined} onShown={onShown} />
    )}
  </div>
)
