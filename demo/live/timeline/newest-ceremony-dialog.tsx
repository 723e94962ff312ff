import { useState } from "react"
import { useChecks } from "../checks/use-checks"
import { useCeremonies } from "../recording/use-ceremonies"
import { CeremonyDialog, type View } from "./ceremony-dialog"
import { timelineRows } from "./timeline-rows"

/** The ceremony that the reader has just been through, from its first step on. */
export function NewestCeremonyDialog({ onClose }: { onClose: () => void }) {
  const [ceremony] = useCeremonies()
  const [view, setView] = useState<View>()
  const checks = useChecks(ceremony)
  if (!ceremony) return null
  const rows = timelineRows(ceremony)
  const first = rows[0]?.id ?? "checks"
  return (
    <CeremonyDialog
      ceremony={ceremony}
      rows={rows}
      checks={checks}
      view={view ?? first}
      onView={setView}
      onClose={onClose}
    />
  )
}
