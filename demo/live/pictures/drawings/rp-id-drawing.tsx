import { Fragment } from "react"
import { hosts, mayUse, rpIds } from "../rp-id.mjs"

const panel = { width: 350, gap: 20, firstRow: 50, rowHeight: 36 }
const height = panel.firstRow + hosts.length * panel.rowHeight + 8

/** For each RP ID, the pages that may use its passkeys, in one frame. */
export function RpIdDrawing() {
  return (
    <figure aria-label="Which pages may use a passkey, by its RP ID">
      <svg
        className="picture-wide"
        viewBox={`0 0 720 ${height}`}
        role="group"
        aria-label="Two RP IDs compared"
      >
        {rpIds.map((rpId, index) => (
          <Panel key={rpId} rpId={rpId} x={index * (panel.width + panel.gap)} />
        ))}
      </svg>
      <Table />
      <figcaption className="picture-caption">
        This is what the browser allows. Auth.js is stricter: it accepts responses from one origin
        only.
      </figcaption>
    </figure>
  )
}

function Panel({ rpId, x }: { rpId: string; x: number }) {
  const inside = hosts.flatMap((host, index) => (mayUse(host, rpId) ? [index] : []))
  const yOf = (row: number) => panel.firstRow + row * panel.rowHeight
  const [top, bottom] = [yOf(Math.min(...inside)), yOf(Math.max(...inside) + 1)]
  return (
    <g role="list" aria-label={`RP ID ${rpId}`}>
      <text x={x + 14} y={24}>
        RP ID{" "}
        <tspan className="picture-code" dx={2}>
          {rpId}
        </tspan>
      </text>
      <rect
        className="picture-marked"
        x={x + 1}
        y={top - 2}
        width={panel.width - 2}
        height={bottom - top}
        rx={10}
      />
      {hosts.map((host, index) => {
        const allowed = mayUse(host, rpId)
        const y = yOf(index) + 21
        return (
          <g key={host} role="listitem">
            <text className={allowed ? undefined : "picture-quiet"} x={x + 14} y={y}>
              https://{host}
            </text>
            <text className={allowed ? "picture-yes" : "picture-no"} x={x + panel.width - 16} y={y}>
              {allowed ? "✓ yes" : "✕ no"}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** A narrow column breaks a domain after its dots only. */
const breakable = (host: string) =>
  host.split(/(?<=\.)/).map((label, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {label}
    </Fragment>
  ))

const Table = () => (
  <table className="picture-narrow">
    <thead>
      <tr>
        <th scope="col">Page on</th>
        {rpIds.map((rpId) => (
          <th key={rpId} scope="col">
            RP ID {breakable(rpId)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {hosts.map((host) => (
        <tr key={host}>
          <th scope="row">{breakable(host)}</th>
          {rpIds.map((rpId) => (
            <td key={rpId} className={mayUse(host, rpId) ? "picture-yes" : "picture-no"}>
              {mayUse(host, rpId) ? "✓ yes" : "✕ no"}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
