import type { SourceFile } from "../source-file"

const key = "doctor-files"

/** Keeps what was pasted until the tab is closed. Files with secrets (`.env`) aren't kept. */
export function keepFiles(files: readonly SourceFile[]): void {
  const kept = files.filter(({ path, text }) => text && !/(^|\/)\.env/.test(path))
  try {
    sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Full, or turned off: what was pasted is still in its field.
  }
}

/** What was kept, or nothing where it can't be read. */
export function keptFiles(): SourceFile[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]")
    return Array.isArray(kept) ? kept.filter(isFile) : []
  } catch {
    return []
  }
}

const isFile = (value: unknown): value is SourceFile =>
  typeof value === "object" &&
  value !== null &&
  "path" in value &&
  "text" in value &&
  typeof value.path === "string" &&
  typeof value.text === "string"
