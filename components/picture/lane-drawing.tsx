import { Arrow } from "./arrow"
import { layOut, type Lane, type LaneStep } from "./lanes"

type Props = { title: string; lanes: Lane[]; steps: LaneStep[] }

/**
 * Who sends what to whom, from top to bottom. Each message is a link. Each step has `data-step`, and
 * an empty `data-duration` for how long it took: see `markSteps`.
 */
export function LaneDrawing({ title, lanes, steps }: Props) {
  const layout = layOut(lanes, steps)
  const titleOf = (id: string) => lanes.find((lane) => lane.id === id)?.title ?? id
  return (
    <svg
      className="picture-wide"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="list"
      aria-label={title}
    >
      {layout.steps.map((step) => (
        <rect
          key={step.id}
          className="picture-band"
          data-step={step.id}
          x={0.5}
          y={step.y}
          width={layout.width - 1}
          height={step.height}
          rx={8}
        />
      ))}
      <Header lanes={lanes} {...layout} />
      {layout.steps.map((step, index) => (
        <g
          key={step.id}
          role="listitem"
          aria-label={`Step ${index + 1}: ${step.title}`}
          data-step={step.id}
        >
          <circle className="picture-number" cx={22} cy={step.y + step.height / 2} r={12} />
          <text className="picture-number-text" x={22} y={step.y + step.height / 2 + 5}>
            {index + 1}
          </text>
          {step.messages.map((message) => (
            <a
              key={message.y}
              className="picture-message"
              href={message.href}
              aria-label={`${titleOf(message.from)} to ${titleOf(message.to)}: ${message.label}`}
            >
              <rect
                className="picture-target"
                x={Math.min(message.fromX, message.toX) + 3}
                y={message.y + 1}
                width={layout.betweenLanes - 6}
                height={layout.rowHeight - 2}
                rx={5}
              />
              <text
                className="picture-label"
                x={(message.fromX + message.toX) / 2}
                y={message.y + 16}
              >
                {message.label}
              </text>
              <Arrow fromX={message.fromX} toX={message.toX} y={message.y + 24} />
            </a>
          ))}
          <text
            className="picture-duration"
            x={layout.width - 14}
            y={step.y + step.height / 2 + 5}
            data-duration=""
          />
        </g>
      ))}
    </svg>
  )
}

/** The lanes' names, where they are, and their lines. */
function Header({ lanes, xOf, height, headerHeight }: HeaderProps) {
  const places = [...new Set(lanes.map(({ place }) => place))]
  return (
    <g aria-hidden="true">
      {places.map((place) => {
        const xs = lanes.filter((lane) => lane.place === place).map(({ id }) => xOf(id))
        const [left, right] = [Math.min(...xs) - 70, Math.max(...xs) + 70]
        return (
          <g key={place}>
            <text className="picture-place" x={(left + right) / 2} y={15}>
              {place}
            </text>
            <path className="picture-bracket" d={`M${left} 29V23H${right}V29`} />
          </g>
        )
      })}
      {lanes.map(({ id, title }) => (
        <g key={id}>
          <line
            className="picture-lane"
            x1={xOf(id)}
            x2={xOf(id)}
            y1={headerHeight - 6}
            y2={height}
          />
          <text className="picture-lane-title" x={xOf(id)} y={49}>
            {title}
          </text>
        </g>
      ))}
    </g>
  )
}

type HeaderProps = { lanes: Lane[] } & Pick<
  ReturnType<typeof layOut>,
  "xOf" | "height" | "headerHeight"
>
