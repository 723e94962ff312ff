import type { ComponentProps } from "react"
import { Table } from "./html-block"

/** A table that scrolls sideways in itself where it is wider than the page, also by keyboard. */
export const ScrollingTable = (props: ComponentProps<typeof Table>) => (
  <div className="scrolling-table" role="group" aria-label="Table" tabIndex={0}>
    <Table {...props} />
  </div>
)
