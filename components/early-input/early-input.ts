/** What a reader has done before the page's script has come. */
export type EarlyInput = {
  /** In the order in which they were pressed. Pressed twice, a button stands here once. */
  pressed: Set<HTMLButtonElement>
  /** Fields by what they hold since: a text, an option, or whether they are checked. */
  changed: Map<Element, string | boolean>
  submitted: Map<HTMLFormElement, HTMLElement | null>
  /** What ends the press that has begun and not ended: what is pressed should stay where it is until then. */
  pressEnd?: "pointerup" | "keyup" | undefined
  /** Ends the recording. */
  stop: () => void
}

declare global {
  interface Window {
    /** Until it has been carried out. */
    earlyInput?: EarlyInput | undefined
    /** See carry-out-early-input.ts. */
    carryOutEarlyInput?: () => void
  }
}
