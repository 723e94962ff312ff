/** Everything that a reader can do in the live demo. */
export type DemoAction = "register" | "signIn" | "signOut" | "addPasskey" | "erase"

/** The buttons that a page shows before it has the demo's script: the rest is in demo-actions.ts. */
export const firstButtons = {
  register: "Create a passkey",
  signIn: "Sign in with a passkey",
} satisfies Partial<Record<DemoAction, string>>
