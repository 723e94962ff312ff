import { useCallback, useEffect, useEffectEvent, useRef, useState, type ComponentType } from "react"
import { SignInForm } from "../../recipes/custom-sign-in-page/app/sign-in/sign-in-form"
import { addressOf, madeUpAddress, makeUpName } from "../panel/made-up-name"
import { isAutofill } from "../recording/ceremony"
import { useCeremonies } from "../recording/use-ceremonies"
import type { PartProps } from "./part-props"
import styles from "./live-part.module.css"
import { ReadersRouter } from "./readers-router"

const madeUpOnly = `This site takes made-up addresses only, such as ${addressOf("quiet-otter-4821")}.`

type Props = PartProps & {
  Form: ComponentType<{ callbackPath: string }>
  /** Makes up an address for the field. */
  proposesAddress?: boolean
}

/** The sign-in form of the guide, in the place of the page that the reader builds around it. */
export const SignInPart = (props: PartProps) => (
  <FormPart Form={SignInForm} proposesAddress {...props} />
)

/** A form of the reader's app that signs in and creates accounts. */
export function FormPart({ Form, proposesAddress, email, watch }: Props) {
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
  const picked = useAutofillPick()
  const onPick = useEffectEvent(() => begin("signIn"))
  useEffect(() => {
    if (picked) onPick()
  }, [picked])

  // A field with `autofocus` takes the focus when it is put into the page, unless it can't be seen
  // then: the reader is somewhere else on the page.
  const [isShown, setShown] = useState(false)
  useEffect(() => setShown(true), [])
  return (
    <ReadersRouter onPush={onPush} onRefresh={ignore}>
      {email === undefined ? (
        <div
          ref={proposesAddress ? proposeAddress : undefined}
          className={styles.frame}
          hidden={!isShown}
          onSubmitCapture={() => begin("register")}
          onClickCapture={({ target }) => {
            if (target instanceof HTMLButtonElement && !target.form) begin("signIn")
          }}
          onInputCapture={({ target }) => {
            if (target instanceof HTMLInputElement) checkAddress(target)
          }}
        >
          <Form callbackPath="/" />
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

/** The ceremony of a passkey that was picked from the autofill list, once the server verifies it. */
function useAutofillPick(): string | undefined {
  const [newest] = useCeremonies()
  const isPicked =
    newest?.outcome.state === "running" &&
    newest.steps.some(isAutofill) &&
    newest.steps.at(-1)?.what === "verification"
  return isPicked ? newest.id : undefined
}

/** The form's field is empty in the reader's app. Here an address is made up for it. */
function proposeAddress(frame: HTMLDivElement | null) {
  const input = frame?.querySelector("input")
  if (input && input.value === "") input.value = addressOf(makeUpName())
}

/** Has the browser itself say which addresses this site takes, before the form is sent. */
function checkAddress(input: HTMLInputElement) {
  input.setCustomValidity(input.value === "" || madeUpAddress.test(input.value) ? "" : madeUpOnly)
}
