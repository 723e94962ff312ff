import { useEffect } from "react"
import noticeStyles from "../../../../components/notice.module.css"
import { nativePublicKeyCredential } from "../../capabilities/native"
import { PracticeBadge } from "./practice-badge"
import styles from "./practice.module.css"
import { practice } from "../practice-state"
import { usePractice } from "./use-practice"

/** Turns the practice passkey on and off. A browser without passkeys gets it offered. */
export function PracticeSwitch({ disabled }: { disabled: boolean }) {
  const { on, bundle, failed } = usePractice()
  useEffect(() => void practice.ready().catch(() => {}), [])
  // It signs with WebCrypto, which is for secure contexts too.
  if (!window.isSecureContext) return null
  const offered = !nativePublicKeyCredential && !on
  return (
    <div className={styles.practice} data-marked={on || offered || undefined}>
      {offered && (
        <p>
          <strong>You can still try everything here.</strong> This browser doesn't support passkeys,
          but you can use a practice passkey instead.
        </p>
      )}
      <label className={styles.switch}>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          disabled={disabled}
          aria-describedby="practice-what"
          onChange={({ target }) => void (target.checked ? practice.turnOn() : practice.turnOff())}
        />
        Use a practice passkey
      </label>
      <p id="practice-what" className={styles.what}>
        {on ? (
          <>
            <PracticeBadge /> This page stands in for your device, with real signatures. It doesn't
            protect anything.
          </>
        ) : (
          "A software authenticator in this page. You don't need a device."
        )}
      </p>
      {failed && (
        <p role="alert" className={noticeStyles.problem}>
          <strong>The practice passkey couldn't be loaded.</strong> Check your connection, then turn
          it on again.
        </p>
      )}
      {bundle && <bundle.PracticeDetails />}
    </div>
  )
}
