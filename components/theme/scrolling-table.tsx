import type { ComponentProps } from "react"

/** A table that scrolls sideways in itself where it is wider than the page, also by keyboard. */
export const ScrollingTable = (props: ComponentProps<"table">) => (
  <div className="scrolling-table" role="group" aria-label="Table" tabIndex={0}>
    <table {...props} />
  </div>
)

/** A heading in a table. What is left empty, as above the names of rows, is a cell: it heads nothing. */
export const TableHeading = (props: ComponentProps<"th">) =>
  props.children ? <th {...props} /> : <td {...(props as ComponentProps<"td">)} />
