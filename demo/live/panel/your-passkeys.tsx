import { useEffect, useState, type ComponentType } from "react"
import noticeStyles from "../../../components/notice.module.css"
import type { Demo } from "./use-demo"

type Props = Pick<Demo, "watch">

/** The settings of whoever is signed in. Their script is loaded once somebody is. */
export function YourPasskeys({ watch }: Props) {
  const [Part, setPart] = useState<ComponentType<Props>>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    import("../sign-in-form/your-passkeys-part").then(
      ({ YourPasskeysPart }) => setPart(() => YourPasskeysPart),
      () => setFailed(true),
    )
  }, [])
  if (Part) return <Part watch={watch} />
  if (!failed) return null
  return (
    <p role="alert" className={noticeStyles.problem}>
      <strong>Your passkeys couldn't be loaded.</strong> Check your connection, then reload the
      page.
    </p>
  )
}
