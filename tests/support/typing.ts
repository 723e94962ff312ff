import type { Locator } from "@playwright/test"

/**
 * Replaces what a field holds, key by key.
 *
 * In Firefox, Playwright's `fill()` writes the text by script. React takes that for what it wrote
 * itself, and tells no component.
 */
export async function typeInto(field: Locator, text: string) {
  await field.selectText()
  await field.press("Delete")
  await field.pressSequentially(text)
}
