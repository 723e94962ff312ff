import { diagnose } from "../../../demo/live/doctor/diagnose"
import type { Input } from "../../../demo/live/doctor/input"
import { kindOf } from "../../../demo/live/doctor/source-file"
import type { Files } from "./apps"

/** Examines what the doctor reads of an app's files. */
export const examine = (files: Files, input: Omit<Input, "files"> = {}) =>
  diagnose({
    ...input,
    files: [...files].filter(([path]) => kindOf(path)).map(([path, text]) => ({ path, text })),
  })
