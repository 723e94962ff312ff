import type { ComponentProps } from "react"

/** A heading with a link to itself that shows on hover. For the keyboard, "On this page" has the same links. */
function withLink(Level: "h2" | "h3" | "h4") {
  return function Heading({ id, children, ...props }: ComponentProps<"h2">) {
    return (
      <Level id={id} {...props}>
        {children}
        {id && <a href={`#${id}`} className="heading-link" aria-hidden="true" tabIndex={-1} />}
      </Level>
    )
  }
}

export const headings = { h2: withLink("h2"), h3: withLink("h3"), h4: withLink("h4") }
