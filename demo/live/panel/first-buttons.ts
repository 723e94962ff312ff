/** What has a button of its own in the live demo. */
export type ButtonAction = "register" | "signIn" | "signOut" | "addPasskey" | "erase"

/** Everything that a reader can do in the live demo: also with one of their passkeys. */
export type DemoAction = ButtonAction | "renamePasskey" | "removePasskey"

/** The buttons that a page shows before it has the demo's script: the rest is in demo-actions.ts. */
export const firstButtons = {
  register: "Create a passkey",
  signIn: "Sign in with a passkey",
} satisfies Partial<Record<DemoAction, string>>
