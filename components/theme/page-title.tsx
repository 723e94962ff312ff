import { useContext, type ComponentProps } from "react"
import { HeadingList, HeadingsContext } from "./on-this-page"

/** The title of a page, and below it the page's headings, where "On this page" isn't beside the text. */
export function PageTitle(props: ComponentProps<"h1">) {
  const headings = useContext(HeadingsContext)
  return (
    <>
      <h1 {...props} />
      {headings.length > 0 && (
        <details className="page-contents" data-embedded="">
          <summary>On this page</summary>
          <nav aria-label="On this page">
            <HeadingList headings={headings} />
          </nav>
        </details>
      )}
    </>
  )
}
