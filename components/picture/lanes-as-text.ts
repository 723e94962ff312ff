import type { Lane, LaneStep } from "./lanes"

/** The same as `LaneDrawing` in Markdown: a numbered list of steps, each with its messages. */
export function lanesAsText(lanes: Lane[], steps: LaneStep[]): string {
  const titleOf = (id: string) => lanes.find((lane) => lane.id === id)?.title ?? id
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
