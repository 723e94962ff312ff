import { useCallback, useRef } from "react"
import { AddPasskey } from "../../recipes/custom-sign-in-page/passkeys/add-passkey"
import type { PartProps } from "./part-props"
import styles from "./live-part.module.css"
import { ReadersRouter } from "./readers-router"

/** The button that adds a passkey, as on the page for people who are signed in. */
export function AddPasskeyPart({ email, passkeys, watch }: PartProps) {
  const succeeded = useRef<() => Promise<void>>(undefined)
  const onRefresh = useCallback(() => void succeeded.current?.(), [])
  if (email === undefined) return <p>Sign in to see it, with the form above or in the live demo.</p>
  return (
    <ReadersRouter onPush={ignore} onRefresh={onRefresh}>
      <div
        className={styles.frame}
        onClickCapture={({ target }) => {
          if (target instanceof HTMLButtonElement) succeeded.current = watch("addPasskey")
        }}
      >
        <p>You are {email}.</p>
        <AddPasskey isFirst={passkeys === 0} />
      </div>
    </ReadersRouter>
  )
}

const ignore = () => {}
