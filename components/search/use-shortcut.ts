import { useEffect, type RefObject } from "react"

/** Focuses a field when the reader presses `/`, or the common Ctrl+K (⌘K on a Mac). */
export function useShortcut(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener("keydown", onKeyDown)
    return () => document.removeEventListener("keydown", onKeyDown)
  }, [field])
}

function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key === "k") return (ctrlKey || metaKey) && !altKey
  const isTyping =
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]")
  return key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping
}
