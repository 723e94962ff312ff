import { useCallback, useRef, useState } from "react"
import buttonStyles from "../../../components/button.module.css"
import { OfferAgain } from "../../recipes/offer-passkey/passkeys/offer-again"
import { OfferPasskey } from "../../recipes/offer-passkey/passkeys/offer-passkey"
import type { PartProps } from "./part-props"
import styles from "./live-part.module.css"
import { ReadersRouter } from "./readers-router"

/** Where the page of the reader's app would go then. */
const callbackPath = "/"

/** What people see just after they have signed in without a passkey, and what takes a "no" back. */
export function OfferPasskeyPart({ email, watch }: PartProps) {
  const [left, setLeft] = useState(false)
  const [afterPassword, setAfterPassword] = useState(false)
  const succeeded = useRef<() => Promise<void>>(undefined)
  const onPush = useCallback(() => {
    setLeft(true)
    void succeeded.current?.()
  }, [])
  if (email === undefined)
    return <p>Sign in with the live demo to see it, as somebody who has signed in another way.</p>

  function begin(passwordUsed: boolean) {
    succeeded.current = undefined
    setAfterPassword(passwordUsed)
    setLeft(false)
  }
  return (
    <ReadersRouter onPush={onPush} onRefresh={ignore}>
      {!left && (
        <div
          className={styles.frame}
          onClickCapture={({ target }) => {
            if (!(target instanceof HTMLButtonElement)) return
            const creates = target.textContent === "Create a passkey"
            succeeded.current = creates ? watch("addPasskey") : undefined
          }}
        >
          <OfferPasskey account={email} afterPassword={afterPassword} callbackPath={callbackPath} />
        </div>
      )}
      <div role="status">
        {left && (
          <p>
            The component has called <code>router.replace("{callbackPath}")</code>: in your app,
            people are on that page now.
          </p>
        )}
      </div>
      {left && (
        <>
          <div className={styles.frame}>
            <OfferAgain account={email} />
          </div>
          <p className={styles.again}>
            <button className={buttonStyles.secondary} onClick={() => begin(false)}>
              Sign in by link again
            </button>
            <button className={buttonStyles.secondary} onClick={() => begin(true)}>
              Sign in with a password again
            </button>
          </p>
        </>
      )}
    </ReadersRouter>
  )
}

const ignore = () => {}
