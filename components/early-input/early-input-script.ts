import { carryOutEarlyInput } from "./carry-out-early-input"
import { recordEarlyInput } from "./record-early-input"

/** For an inline script in the head of every page. The page's own script calls what it leaves. */
export const earlyInputScript = `(${String(recordEarlyInput)})();window.carryOutEarlyInput=${String(carryOutEarlyInput)}`
