import { stripVTControlCharacters } from "node:util"
import { vi } from "vitest"

/**
 * Takes what a server prints, so that the test's output stays clean.
 *
 * @returns What has been printed since, as a terminal shows it, without colors.
 */
export function watchLog(): () => string {
  const lines: string[] = []
  const keep = (...parts: unknown[]) =>
    void lines.push(parts.map((part) => stripVTControlCharacters(String(part))).join(" "))
  for (const method of ["error", "warn"] as const)
    vi.spyOn(console, method).mockImplementation(keep)
  return () => lines.join("\n")
}
