import type { ReactNode } from "react"

type Props = { type?: "default" | "info" | "warning" | "error"; children: ReactNode }

const labels = { default: "Note", info: "Note", warning: "Warning", error: "Danger" }

/** A part of a page that stands out. */
export function Callout({ type = "default", children }: Props) {
  return (
    <div className="callout" role="note" data-type={type}>
      <p className="callout-label">{labels[type]}</p>
      {children}
    </div>
  )
}
