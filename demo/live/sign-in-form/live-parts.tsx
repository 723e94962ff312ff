import { useEffect, useState, type ComponentType } from "react"
import { createPortal } from "react-dom"
import noticeStyles from "../../../components/notice.module.css"
import type { PartProps } from "./part-props"

const components: Record<string, () => Promise<ComponentType<PartProps>>> = {
  "sign-in-form": async () => (await import("./sign-in-part")).SignInPart,
  "add-passkey": async () => (await import("./add-passkey-part")).AddPasskeyPart,
  autofill: async () => (await import("./autofill-part")).AutofillPart,
}

type Props = PartProps & { parts: Readonly<Record<string, HTMLElement>> }

/** Puts the parts of the reader's own app where the page has a place for them. */
export function LiveParts({ parts, ...props }: Props) {
  return Object.entries(parts).map(([name, container]) =>
    createPortal(<Part key={name} name={name} {...props} />, container, name),
  )
}

/** Loads the part's script: only a page that shows it needs it. */
function Part({ name, ...props }: PartProps & { name: string }) {
  const [Component, setComponent] = useState<ComponentType<PartProps>>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    components[name]?.().then(
      (loaded) => setComponent(() => loaded),
      () => setFailed(true),
    )
  }, [name])
  if (Component) return <Component {...props} />
  if (!failed) return <p role="status">Loading…</p>
  return (
    <p role="alert" className={noticeStyles.problem}>
      <strong>It couldn't be loaded.</strong> Check your connection, then reload the page.
    </p>
  )
}
