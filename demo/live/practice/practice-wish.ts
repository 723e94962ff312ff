import { readStored, writeStored } from "../../../components/browser-storage"

const key = "live-demo-practice"

/** In this page also where storage is blocked. */
let wish: "on" | "off" | undefined

/**
 * Whether the reader wants the practice passkey to answer. `undefined` if they have never said: then
 * this browser holds no practice passkeys.
 */
export function practiceWish(): "on" | "off" | undefined {
  if (wish) return wish
  const stored = readStored(key)
  return stored === "on" || stored === "off" ? stored : undefined
}

/** Remembers it in this browser. */
export function wishPractice(on: boolean): void {
  wish = on ? "on" : "off"
  writeStored(key, wish)
}
