import { useEffect } from "react"
import noticeStyles from "../../../../components/notice.module.css"
import { nativePublicKeyCredential } from "../../capabilities/native"
import { PracticeBadge } from "./practice-badge"
import styles from "./switch.module.css"
import { practice } from "../practice-state"
import { practiceOffer, SwitchField } from "./switch-field"
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
      <SwitchField
        checked={on}
        disabled={disabled}
        onChange={(checked) => void (checked ? practice.turnOn() : practice.turnOff())}
      >
        {on ? (
          <>
            <PracticeBadge /> This page stands in for your device, with real signatures. It doesn't
            protect anything.
          </>
        ) : (
          practiceOffer
        )}
      </SwitchField>
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
