import type { DemoAction } from "./demo-actions"

export type PanelProps = {
  /** The element of the current page that the panel is shown in. */
  container: HTMLElement
  /** Returns what the reader asked for by a click before the demo was loaded, once. */
  takePendingAction: () => DemoAction | undefined
}
