import { SessionProvider } from "next-auth/react"
import { useEffect } from "react"
import { createPortal } from "react-dom"
import { recordCeremonies } from "../recording/record-ceremonies"
import { PanelView } from "./panel-view"
import type { PanelProps } from "./panel-props"
import { useDemo } from "./use-demo"

/** The demo's script begins here: nothing of it is loaded with a page. */
export function Panel(props: PanelProps) {
  return (
    <SessionProvider>
      <PanelState {...props} />
    </SessionProvider>
  )
}

/** Holds the state above the portal, which begins anew on each page. */
function PanelState({ container, takePendingAction }: PanelProps) {
  useEffect(recordCeremonies, [])
  const demo = useDemo(takePendingAction)
  return createPortal(<PanelView {...demo} />, container)
}
