import { useEffect, useRef, useState } from "react"
import buttonStyles from "../../../components/button.module.css"
import textStyles from "../../../components/text.module.css"
import type { CheckResult } from "./check-response"
import { FindingList } from "./finding-list"
import styles from "./response-checker.module.css"

/** Checks a response that the reader pastes. The checks are loaded when there is something to check. */
export function ResponseChecker() {
  const [site, setSite] = useState("")
  const [text, setText] = useState("")
  const [result, setResult] = useState<CheckResult>()
  const heading = useRef<HTMLParagraphElement>(null)

  async function check(site: string, text: string) {
    const outcome = await import("./check-response").then(
      ({ checkResponse }) => checkResponse(text, site),
      () => ({ problem: "The checks couldn't be loaded. Check your connection, then try again." }),
    )
    // What was pasted stays as it is.
    setResult(outcome)
  }
  // Once it's in the page, which may take longer than a frame.
  useEffect(() => {
    if (result) heading.current?.focus()
  }, [result])

  async function showExample() {
    const { example } = await import("./example")
    setSite(example.site)
    setText(example.text)
    await check(example.site, example.text)
  }

  return (
    <form
      aria-label="Response checker"
      className={styles.checker}
      data-embedded=""
      onSubmit={(event) => {
        event.preventDefault()
        void check(site, text)
      }}
    >
      <label className={styles.label}>
        The address of your site
        <input
          className={styles.text}
          value={site}
          placeholder="https://app.example.com"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) => setSite(event.target.value)}
        />
      </label>
      <label className={styles.label}>
        <span>
          What <code>curl -i</code> printed
        </span>
        <textarea
          className={styles.text}
          rows={8}
          value={text}
          placeholder="HTTP/2 200 …"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className={buttonStyles.row}>
        <button type="submit" className={buttonStyles.compact}>
          Check
        </button>
        <button
          type="button"
          className={buttonStyles.compact}
          onClick={() => void showExample()}
          disabled={!!text}
        >
          Show an example
        </button>
        <span className={textStyles.muted}>Nothing that you paste leaves your browser.</span>
      </div>
      {result && (
        <div className={styles.result}>
          <p ref={heading} tabIndex={-1} className={styles.summary}>
            {result.problem ?? summaryOf(result.findings)}
          </p>
          {result.findings && <FindingList findings={result.findings} />}
        </div>
      )}
      <noscript>
        <p className={styles.summary}>The checker needs JavaScript.</p>
      </noscript>
    </form>
  )
}

function summaryOf(findings: NonNullable<CheckResult["findings"]>): string {
  const count = (verdict: string) =>
    findings.filter((finding) => finding.verdict === verdict).length
  const [mistakes, doubts] = [count("wrong"), count("doubtful")]
  if (mistakes + doubts === 0) return "Nothing is wrong with this response."
  const parts = [
    mistakes > 0 && `${mistakes} ${mistakes === 1 ? "mistake" : "mistakes"}`,
    doubts > 0 && `${doubts} ${doubts === 1 ? "thing" : "things"} to look at`,
  ]
  return `${parts.filter(Boolean).join(" and ")}.`
}
