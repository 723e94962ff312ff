import type { SourceFile } from "./source-file"

/** What the doctor examines. */
export type Input = {
  files: readonly SourceFile[]
  /** Where the app is in public, as it was typed. Empty: not known. */
  address?: string
  /** `AUTH_URL` there, where no `.env` file says it. Empty: not set. */
  authUrl?: string
}
