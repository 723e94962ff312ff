import { useEffect, useReducer, useRef } from "react"
import { Picture } from "../../../components/picture/picture"
import type { ExplainedKind } from "../recording/ceremony"
import { useCeremonies } from "../recording/use-ceremonies"
import { CeremonyDrawing } from "./drawings/ceremony-drawing"
import { markSteps } from "./mark-steps"

/**
 * The messages of a ceremony. Each leads to its explanation. While the reader uses the live demo, the
 * step that is in progress lights up, and each gets the reader's own time.
 */
export function CeremonyPicture({ ceremony: kind }: { ceremony: ExplainedKind }) {
  const frame = useRef<HTMLDivElement>(null)
  const [timesShown, onShown] = useReducer((times: number) => times + 1, 0)
  const latest = useCeremonies().find((ceremony) => ceremony.kind === kind)
  useEffect(() => markSteps(frame.current, latest), [latest, timesShown])
  return (
    <Picture name={kind} frame={frame} onShown={onShown}>
      {typeof window === "undefined" ? <CeremonyDrawing ceremony={kind} /> : undefined}
    </Picture>
  )
}
