/** What a reader asked for by a click, before the demo was loaded. */
export type PendingAction = "register" | "sign-in"

export type PanelProps = {
  /** The element of the current page that the panel is shown in. */
  container: HTMLElement
  /** Returns what the reader asked for before the demo was loaded, once. */
  takePendingAction: () => PendingAction | undefined
}
