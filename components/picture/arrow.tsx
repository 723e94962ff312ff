type Props = { fromX: number; toX: number; y: number }

const headLength = 9
const headHalfHeight = 4.5

/** A horizontal arrow from one x to another, in the units of its drawing. */
export function Arrow({ fromX, toX, y }: Props) {
  const direction = Math.sign(toX - fromX)
  const neck = toX - direction * headLength
  return (
    <>
      <line className="picture-arrow" x1={fromX} y1={y} x2={neck} y2={y} />
      <path
        className="picture-arrow-head"
        d={`M${toX} ${y}L${neck} ${y - headHalfHeight}V${y + headHalfHeight}Z`}
      />
    </>
  )
}
