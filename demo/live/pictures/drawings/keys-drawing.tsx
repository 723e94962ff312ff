import { Arrow } from "../../../../components/picture/arrow"
import { leaves, stays } from "../keys.mjs"

type Kept = (typeof stays)[number]

const rowHeight = 28
const groupHeight = (items: Kept[]) => 34 + items.length * rowHeight
const height = leaves.reduce((sum, { items }) => sum + groupHeight(items) + 14, 0) - 6
const device = { x: 1, width: 284 }
const item = { height: 58, gap: 14, top: (height - 2 * 58 - 14) / 2 + 8 }

const itemY = (index: number) => item.top + index * (item.height + item.gap)

/** The device as a box. What leaves it crosses its edge. */
export function KeysDrawing() {
  return (
    <figure aria-label="What stays on the device, and what leaves it">
      <Drawing />
      <Lists />
      <figcaption className="picture-caption">
        A password manager may sync the private key to the user’s other devices, encrypted. Neither
        your page nor Auth.js ever gets it.
      </figcaption>
    </figure>
  )
}

function Drawing() {
  let y = 2
  const groups = leaves.map(({ title, items }) => {
    const top = y
    y += groupHeight(items) + 14
    return { title, items, top }
  })
  return (
    <svg
      className="picture-wide"
      viewBox={`0 0 720 ${height}`}
      role="group"
      aria-label="What stays and what leaves"
    >
      <rect
        className="picture-marked"
        x={device.x}
        y={1}
        width={device.width}
        height={height - 2}
        rx={10}
      />
      <text className="picture-heading" x={21} y={28}>
        Stays on the device
      </text>
      {stays.map(({ name, note }, index) => (
        <g key={name}>
          <rect
            className="picture-box"
            x={21}
            y={itemY(index)}
            width={244}
            height={item.height}
            rx={8}
          />
          <text className="picture-heading" x={35} y={itemY(index) + 24}>
            {name}
          </text>
          <text className="picture-quiet" x={35} y={itemY(index) + 45}>
            {note}
          </text>
        </g>
      ))}
      {groups.map(({ title, items, top }) => (
        <g key={title}>
          <text className="picture-heading" x={352} y={top + 20}>
            {title}
          </text>
          {items.map(({ name, note }, index) => {
            const rowY = top + 34 + index * rowHeight
            return (
              <g key={name}>
                <Arrow fromX={device.x + device.width} toX={340} y={rowY + 10} />
                <text x={352} y={rowY + 15}>
                  {name}
                </text>
                <text className="picture-quiet" x={506} y={rowY + 15}>
                  {note}
                </text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

const Lists = () => (
  <div className="picture-narrow">
    {[{ title: "Stays on the device", items: stays }, ...leaves].map(({ title, items }, index) => (
      <section key={title} className={index === 0 ? "picture-marked-card" : "picture-card"}>
        <p className="picture-card-title">{title}</p>
        <ul>
          {items.map(({ name, note }) => (
            <li key={name}>
              {name} <span className="picture-route">{note}</span>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
)
