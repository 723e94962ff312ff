import { useCallback, useEffect, useState, useSyncExternalStore } from "react"
import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import type { PasskeysAnswer } from "../../recipes/settings/passkeys/passkeys-answer"
import { YourPasskeys } from "../../recipes/step-up/passkeys/your-confirmed-passkeys"
import { refreshRows, rowsStore } from "../rows/rows-store"
import type { PartProps } from "./part-props"
import { ReadersRouter } from "./readers-router"
import { useSignals } from "./use-signals"
import styles from "./your-passkeys.module.css"

/** How long the server may take. */
const timeoutMs = 10_000

/** Which passkeys the rows have, with all that may change of them. */
const passkeyRows = () => JSON.stringify(rowsStore.get().answer?.rows?.Authenticator ?? [])
const none = () => "[]"

/** The settings of the guide, in the panel. In the reader's app, the page is rendered by the server. */
export function YourPasskeysPart({ watch }: Pick<PartProps, "watch">) {
  const [answer, setAnswer] = useState<PasskeysAnswer>()
  const [failed, setFailed] = useState(false)
  const rows = useSyncExternalStore(rowsStore.subscribe, passkeyRows, none)
  const { signalled, signalChange } = useSignals()

  useEffect(() => {
    const controller = new AbortController()
    const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(timeoutMs)])
    load(signal).then(
      (answer) => {
        setAnswer(answer)
        setFailed(false)
        void signalChange(answer)
      },
      () => setFailed(!controller.signal.aborted),
    )
    return () => controller.abort()
    // What is shown is asked for again when a row has changed.
  }, [rows, signalChange])

  const onRefresh = useCallback(() => void refreshRows(), [])
  if (!answer)
    return failed ? (
      <p role="alert" className={noticeStyles.problem}>
        <strong>Your passkeys couldn't be loaded.</strong> Check your connection, then reload the
        page.
      </p>
    ) : (
      <p role="status">Loading your passkeys…</p>
    )
  return (
    <ReadersRouter onPush={onRefresh} onRefresh={onRefresh}>
      <div className={styles.frame}>
        <YourPasskeys
          passkeys={answer.passkeys}
          onChange={(now) => {
            void signalChange(now)
            const isFewer = now.passkeys.length < answer.passkeys.length
            void watch(isFewer ? "removePasskey" : "renamePasskey")()
          }}
        />
        {signalled && <p className={textStyles.note}>{signalled}</p>}
      </div>
    </ReadersRouter>
  )
}

async function load(signal: AbortSignal): Promise<PasskeysAnswer> {
  const response = await fetch("/api/passkeys", { signal })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  return response.json()
}
