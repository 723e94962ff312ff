import type { Finding } from "./finding"
import styles from "./response-checker.module.css"

const labels = { wrong: "Wrong", doubtful: "Look at this", right: "Right" }

/** What was found, each with its verdict in words: colour alone says nothing to some. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <ul className={styles.findings}>
      {findings.map(({ verdict, what, why, href }) => (
        <li key={what} className={styles.finding} data-verdict={verdict}>
          <span className={styles.verdict}>{labels[verdict]}</span> <strong>{what}.</strong> {why}{" "}
          {href && <a href={href}>Read more</a>}
        </li>
      ))}
    </ul>
  )
}
