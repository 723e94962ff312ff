import { useState, type ComponentType } from "react"
import buttonStyles from "../../../components/button.module.css"
import textStyles from "../../../components/text.module.css"

type WideDialog = ComponentType<{ onClose: () => void }>

const parts: Record<"rows" | "timeline", { label: string; load: () => Promise<WideDialog> }> = {
  rows: {
    label: "See your rows",
    load: async () => (await import("../rows/rows-dialog")).RowsDialog,
  },
  timeline: {
    label: "See every byte",
    load: async () => (await import("../timeline/newest-ceremony-dialog")).NewestCeremonyDialog,
  },
}

/** Opens what is too wide for the panel in a dialog, whose script it loads first. */
export function WideButton({ part }: { part: keyof typeof parts }) {
  const [state, setState] = useState<"loading" | "open" | "failed">()
  const [Dialog, setDialog] = useState<WideDialog>()
  const { label, load } = parts[part]
  const open = () => {
    setState("loading")
    load().then(
      (loaded) => {
        setDialog(() => loaded)
        setState("open")
      },
      () => setState("failed"),
    )
  }
  return (
    <>
      <button
        className={buttonStyles.small}
        aria-haspopup="dialog"
        aria-busy={state === "loading"}
        onClick={open}
      >
        {label}
      </button>
      {state === "failed" && (
        <span role="alert" className={textStyles.note}>
          This couldn't be loaded. Check your connection and try again.
        </span>
      )}
      {state === "open" && Dialog && <Dialog onClose={() => setState(undefined)} />}
    </>
  )
}
