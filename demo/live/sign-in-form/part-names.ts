/** The parts of the reader's own app that stand in a page and work there. */
export type PartName = "sign-in-form" | "add-passkey" | "autofill"

/** What a part is called, and the file that it runs, from the reader's project folder. */
export const parts: Record<PartName, { title: string; file: string }> = {
  "sign-in-form": { title: "Sign-in form, live", file: "app/sign-in/sign-in-form.tsx" },
  "add-passkey": { title: "Add a passkey, live", file: "passkeys/add-passkey.tsx" },
  autofill: { title: "Sign-in form with autofill, live", file: "app/sign-in/sign-in-form.tsx" },
}
