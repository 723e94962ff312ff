import type { ComponentProps } from "react"

/** A table that scrolls sideways in itself where it is wider than the page, also by keyboard. */
export const ScrollingTable = (props: ComponentProps<"table">) => (
  <div className="scrolling-table" role="group" aria-label="Table" tabIndex={0}>
    <table {...props} />
  </div>
)
