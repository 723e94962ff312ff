import { useCallback, useRef, useState } from "react"
import { SignInForm } from "../../recipes/custom-sign-in-page/app/sign-in/sign-in-form"
import { addressOf, madeUpAddress, makeUpName } from "../panel/made-up-name"
import type { PartProps } from "./part-props"
import styles from "./live-part.module.css"
import { ReadersRouter } from "./readers-router"

const madeUpOnly = `This site takes made-up addresses only, such as ${addressOf("quiet-otter-4821")}.`

/** The sign-in form of the guide, in the place of the page that the reader builds around it. */
export function SignInPart({ email, watch }: PartProps) {
  const [path, setPath] = useState<string>()
  const succeeded = useRef<() => Promise<void>>(undefined)
  const onPush = useCallback((path: string) => {
    setPath(path)
    void succeeded.current?.()
  }, [])

  const begin = (action: "register" | "signIn") => {
    setPath(undefined)
    succeeded.current = watch(action)
  }
  return (
    <ReadersRouter onPush={onPush} onRefresh={ignore}>
      {email === undefined ? (
        <div
          ref={proposeAddress}
          className={styles.frame}
          onSubmitCapture={() => begin("register")}
          onClickCapture={({ target }) => {
            if (target instanceof HTMLButtonElement && !target.form) begin("signIn")
          }}
          onInputCapture={({ target }) => {
            if (target instanceof HTMLInputElement) checkAddress(target)
          }}
        >
          <SignInForm callbackPath="/" />
        </div>
      ) : null}
      <p role="status">
        {email !== undefined && (
          <>
            You are signed in as <strong>{email}</strong>.{" "}
            {path && (
              <>
                The form has called <code>router.push("{path}")</code>: in your app, people are on
                that page now.{" "}
              </>
            )}
            To see the form again, sign out in the live demo.
          </>
        )}
      </p>
    </ReadersRouter>
  )
}

const ignore = () => {}

/** The form's field is empty in the reader's app. Here an address is made up for it. */
function proposeAddress(frame: HTMLDivElement | null) {
  const input = frame?.querySelector("input")
  if (input && input.value === "") input.value = addressOf(makeUpName())
}

/** Has the browser itself say which addresses this site takes, before the form is sent. */
function checkAddress(input: HTMLInputElement) {
  input.setCustomValidity(input.value === "" || madeUpAddress.test(input.value) ? "" : madeUpOnly)
}
