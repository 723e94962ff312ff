import type { Lane, LaneStep } from "./lanes"

type Props = { lanes: Lane[]; steps: LaneStep[] }

/** The same as `LaneDrawing` where there is no room for it: a list. */
export function LaneList({ lanes, steps }: Props) {
  const titleOf = (id: string) => lanes.find((lane) => lane.id === id)?.title ?? id
  return (
    <ol className="picture-narrow">
      {steps.map(({ id, title, messages }) => (
        <li key={id} className="picture-step" data-step={id}>
          <p className="picture-step-title">
            {title} <span className="picture-duration" data-duration="" />
          </p>
          <ul>
            {messages.map(({ from, to, label, href }) => (
              <li key={from + to + label}>
                <a className="picture-message" href={href}>
                  {label}
                </a>
                <span className="picture-route">
                  {titleOf(from)} <span aria-hidden="true">→</span>
                  <span className="picture-spoken">to</span> {titleOf(to)}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
