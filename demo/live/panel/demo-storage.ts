import { readStored, writeStored } from "../../../components/browser-storage"

/** Set once the reader has used the demo: from then on it loads with the page. */
const usedKey = "live-demo-used"

/** Whether this reader has used the demo before. False where storage is blocked. */
export const hasUsedDemo = (): boolean => readStored(usedKey) !== null

/** Remembers that the reader has used the demo, or with `false` forgets it. */
export const rememberUse = (used: boolean): void => writeStored(usedKey, used ? "yes" : undefined)
