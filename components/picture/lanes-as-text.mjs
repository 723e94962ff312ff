// @ts-check

/**
 * The same as `LaneDrawing` in Markdown: a numbered list of steps, each with its messages.
 *
 * @param {import("./lanes").Lane[]} lanes
 * @param {import("./lanes").LaneStep[]} steps
 */
export function lanesAsText(lanes, steps) {
  const titleOf = (/** @type {string} */ id) => lanes.find((lane) => lane.id === id)?.title ?? id
  return steps
    .map(({ title, messages }, index) =>
      [
        `${index + 1}. ${title}`,
        ...messages.map(
          ({ from, to, label, href }) =>
            `   - ${titleOf(from)} to ${titleOf(to)}: [${label}](${href})`,
        ),
      ].join("\n"),
    )
    .join("\n")
}
