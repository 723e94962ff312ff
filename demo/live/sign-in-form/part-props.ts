import type { DemoAction } from "../panel/demo-actions"

/** What a part of the reader's own app gets from the live demo, with which it shares a session. */
export type PartProps = {
  /** The e-mail address in the session. */
  email: string | undefined
  /** How many passkeys the account has; `undefined` until the server has said. */
  passkeys: number | undefined
  /** Tells the panel that a ceremony begins. Returns what tells it that it has succeeded. */
  watch: (action: DemoAction) => () => Promise<void>
}
