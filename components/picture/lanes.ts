/** One who sends and receives. */
export type Lane = {
  id: string
  title: string
  /** Where it is. Neighbors in the same place stand below one heading. */
  place: string
}

/** What goes from a lane to a neighboring one. */
export type LaneMessage = {
  from: string
  to: string
  /** At most 22 characters: there is no more room between two lanes. */
  label: string
  /** Where it's explained. */
  href: string
}

/** Messages that make one step. */
export type LaneStep = { id: string; title: string; messages: LaneMessage[] }

/** Measures of the drawing, in its own units. At its narrowest, a unit is 0.89 px. */
const measures = {
  width: 720,
  firstLane: 82,
  betweenLanes: 176,
  headerHeight: 66,
  rowHeight: 33,
  stepPadding: 8,
  betweenSteps: 6,
}

/** Where the things of a drawing stand. `y` is the upper edge of each. */
export function layOut(lanes: Lane[], steps: LaneStep[]) {
  const { firstLane, betweenLanes, headerHeight, rowHeight, stepPadding, betweenSteps } = measures
  const xOf = (id: string) => {
    const index = lanes.findIndex((lane) => lane.id === id)
    if (index < 0) throw new Error(`There is no lane ${id}.`)
    return firstLane + index * betweenLanes
  }
  let y = headerHeight
  const placed = steps.map((step) => {
    const top = y
    const messages = step.messages.map((message, index) => ({
      ...message,
      fromX: xOf(message.from),
      toX: xOf(message.to),
      y: top + stepPadding + index * rowHeight,
    }))
    const height = 2 * stepPadding + step.messages.length * rowHeight
    y += height + betweenSteps
    return { ...step, messages, y: top, height }
  })
  return { ...measures, xOf, steps: placed, height: y }
}
