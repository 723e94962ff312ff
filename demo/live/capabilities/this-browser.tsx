import { useEffect, useState } from "react"
import { usePractice } from "../practice/view/use-practice"
import { allowsFeature } from "./allows-feature"
import { askBrowser, type FeatureSupport } from "./ask-browser"
import { capabilities, type Capability } from "./capabilities"
import styles from "./capabilities.module.css"

type Finding = { name: string; code?: string; answer: FeatureSupport; meaning: string }

/** What this browser can do, and what each means for the people who use it. */
export function ThisBrowser() {
  const { on } = usePractice()
  const [findings, setFindings] = useState<Finding[]>()
  useEffect(() => {
    let left = false
    void findAll().then((findings) => {
      if (!left) setFindings(findings)
    })
    return () => void (left = true)
  }, [])
  return (
    <>
      <p className={styles.note}>
        {on
          ? "What the browser reports. The practice passkey is on, but isn't included."
          : "What the browser just reported for this page."}
      </p>
      {!findings && <p role="status">Asking the browser…</p>}
      <ul className={styles.list}>
        {findings?.map(({ name, code, answer, meaning }) => (
          <li key={name} data-answer={String(answer)}>
            <p className={styles.finding}>
              <span>{name}</span> <strong>{words(answer)}</strong>
            </p>
            <p className={styles.note}>
              {meaning} {code && <code>{code}</code>}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

const words = (answer: FeatureSupport) =>
  answer === undefined ? "Not reported" : answer ? "Yes" : "No"

async function findAll(): Promise<Finding[]> {
  const names = Object.keys(capabilities) as Capability[]
  const findings = await Promise.all(
    names.map(async (capability): Promise<Finding> => {
      const { name, yes, no } = capabilities[capability]
      const answer = await askBrowser(capability)
      return { name, code: capability, answer, meaning: answer === false ? no : yes }
    }),
  )
  return [...findings, policy("Creating", "create"), policy("Using", "get")]
}

function policy(doing: string, call: "create" | "get"): Finding {
  const feature = `publickey-credentials-${call}`
  const answer = allowsFeature(feature)
  return {
    name: `${doing} passkeys is allowed here`,
    code: feature,
    answer,
    meaning:
      answer === false
        ? "The page's permissions policy doesn't allow it. In a frame, the outer page must allow it."
        : "The permissions policy allows it. In a frame on another site, that site must allow it.",
  }
}
