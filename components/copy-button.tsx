import { useState } from "react"
import buttonStyles from "./button.module.css"
import textStyles from "./text.module.css"
import { writeClipboard } from "./write-clipboard"

type Props = {
  label: string
  /** Makes the text when the button is pressed, or loads it. */
  text: () => string | Promise<string>
}

/** Copies a text, and says whether that went well. */
export function CopyButton({ label, text }: Props) {
  const [said, setSaid] = useState("")
  const copy = async () => {
    const copied = text()
    setSaid((await writeClipboard(copied)) ? "Copied." : await reasonOf(copied))
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

/** Why a text wasn't copied. */
const reasonOf = (text: string | Promise<string>) =>
  Promise.resolve(text).then(
    () => "The browser did not allow it.",
    () => "It couldn't be loaded. Try again.",
  )
