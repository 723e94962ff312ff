import type { Observation, RefusingCheck } from "./observation"
import styles from "./lab.module.css"

/** What was seen of a case: by the page, in the log, and by the checks. */
export function LabResult({
  observation: { exception, exchange, check },
}: {
  observation: Observation
}) {
  return (
    <dl className={styles.result}>
      <dt>The browser said</dt>
      <dd>{exception ? <code>{exception}</code> : "Nothing. The lab made the response itself."}</dd>
      <dt>Sent and answered</dt>
      <dd>
        {exchange ? (
          <code>
            {exchange.request} → {exchange.status},{" "}
            {exchange.error ? `error=${exchange.error}` : "signed in"}
          </code>
        ) : (
          "Nothing was sent."
        )}
      </dd>
      <dt>The log of this request</dt>
      <dd>
        {exchange?.log.length ? (
          <pre tabIndex={0} aria-label="The log of this request">
            <code>{exchange.log.join("\n")}</code>
          </pre>
        ) : (
          "Nothing was logged."
        )}
      </dd>
      <dt>{exchange && !exchange.error ? "The check that would refuse it" : "Refused by"}</dt>
      <dd>
        <CheckView {...check} />
      </dd>
    </dl>
  )
}

const CheckView = ({ name, about, specification, expected, got }: RefusingCheck) => (
  <>
    <strong>{name}</strong> <a href={specification.href}>{specification.text}</a>
    <br />
    {about}
    {expected !== undefined && (
      <>
        <br />
        expected <code>{expected}</code>, got <code>{got}</code>
      </>
    )}
  </>
)
