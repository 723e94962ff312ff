import type { Lane, LaneStep } from "./lanes"
import styles from "./picture.module.css"

type Props = { lanes: Lane[]; steps: LaneStep[] }

/** The same as `LaneDrawing` where there is no room for it: a list. */
export function LaneList({ lanes, steps }: Props) {
  const titleOf = (id: string) => lanes.find((lane) => lane.id === id)?.title ?? id
  return (
    <ol className={styles.narrow}>
      {steps.map(({ id, title, messages }) => (
        <li key={id} className={styles.step} data-step={id}>
          <p className={styles.stepTitle}>
            {title} <span className={styles.duration} data-duration="" />
          </p>
          <ul>
            {messages.map(({ from, to, label, href }) => (
              <li key={from + to + label}>
                <a className={styles.message} href={href}>
                  {label}
                </a>
                <span className={styles.route}>
                  {titleOf(from)} <span aria-hidden="true">→</span>
                  <span className={styles.spoken}>to</span> {titleOf(to)}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
