import { useState } from "react"
import buttonStyles from "./button.module.css"
import textStyles from "./text.module.css"
import { writeClipboard } from "./write-clipboard"

/** Copies a text, which is made when it is pressed, and says whether that went well. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [said, setSaid] = useState("")
  const copy = async () => {
    setSaid((await writeClipboard(text())) ? "Copied." : "The browser did not allow it.")
    setTimeout(() => setSaid(""), 3_000)
  }
  return (
    <>
      <button className={buttonStyles.compact} onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" className={textStyles.muted}>
        {said}
      </span>
    </>
  )
}
