import { Picture } from "../../../components/picture/picture"
import { KeysDrawing } from "./drawings/keys-drawing"

/** What of a passkey stays on the user's device, and what leaves it. */
export const KeysPicture = () => (
  <Picture name="keys">{typeof window === "undefined" ? <KeysDrawing /> : undefined}</Picture>
)
