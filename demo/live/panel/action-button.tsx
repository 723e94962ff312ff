import { useState } from "react"
import buttonStyles from "../../../components/button.module.css"
import { Confirmation } from "./confirmation"
import { demoActions, type ButtonAction } from "./demo-actions"
import type { Demo } from "./use-demo"

type Props = { action: ButtonAction; isWaiting: boolean; run: Demo["run"] }

/** Does an action, or asks first where it is one to confirm. */
export function ActionButton({ action, isWaiting, run }: Props) {
  const [asked, setAsked] = useState<"now" | "before">()
  const { button, look, confirmation } = demoActions[action]
  if (confirmation && asked === "now")
    return (
      <Confirmation
        {...confirmation}
        isWaiting={isWaiting}
        onYes={() => void run(action)}
        onNo={() => setAsked("before")}
      />
    )
  return (
    <button
      className={buttonStyles[look]}
      aria-disabled={isWaiting}
      // Whoever keeps it is where they were.
      autoFocus={asked === "before"}
      onClick={({ detail }) => {
        if (isWaiting) return
        if (confirmation) setAsked("now")
        // It may stand where another button stood: the second half of a double click is not for it.
        else if (detail < 2) void run(action)
      }}
    >
      {button}
    </button>
  )
}
