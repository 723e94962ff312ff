import type { ReactNode } from "react"
import styles from "./switch.module.css"

type Props = {
  /** Leave it out where the browser keeps it. */
  checked?: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  /** What it does. */
  children: ReactNode
}

/** What turns the practice passkey on and off, also before the demo's script has come. */
export function SwitchField({ checked, disabled, onChange, children }: Props) {
  return (
    <>
      <label className={styles.switch}>
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          disabled={disabled}
          autoComplete="off"
          aria-describedby="practice-what"
          onChange={({ target }) => onChange(target.checked)}
        />
        Use a practice passkey
      </label>
      <p id="practice-what" className={styles.what}>
        {children}
      </p>
    </>
  )
}

/** What the switch offers while it is off. */
export const practiceOffer = "A software authenticator in this page. You don't need a device."
