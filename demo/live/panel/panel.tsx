import { SessionProvider } from "next-auth/react"
import { useEffect } from "react"
import { createPortal } from "react-dom"
import { recordCeremonies } from "../recording/record-ceremonies"
import { LiveParts } from "../sign-in-form/live-parts"
import { PanelView } from "./panel-view"
import type { PanelProps } from "./panel-props"
import { makeRequestsStoppable } from "./stoppable-requests"
import { useDemo } from "./use-demo"

export { keepFocus } from "../../../components/keep-focus"

/** The demo's script begins here: nothing of it is loaded with a page. */
export function Panel(props: PanelProps) {
  return (
    <SessionProvider>
      <PanelState {...props} />
    </SessionProvider>
  )
}

/** Holds the state above the portals, which begin anew on each page. */
function PanelState({ container, parts, early }: PanelProps) {
  useEffect(() => {
    const stopRecording = recordCeremonies()
    const leaveRequests = makeRequestsStoppable()
    return () => {
      leaveRequests()
      stopRecording()
    }
  }, [])
  const demo = useDemo(early)
  return (
    <>
      {createPortal(<PanelView {...demo} />, container)}
      <LiveParts
        parts={parts}
        email={demo.email}
        passkeys={demo.account?.passkeys}
        watch={demo.watch}
      />
    </>
  )
}
