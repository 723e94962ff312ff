import { Picture } from "../../../components/picture/picture"
import { RpIdDrawing } from "./drawings/rp-id-drawing"

/** Which pages of a family of domains may use a passkey, for two RP IDs. */
export const RpIdPicture = () => (
  <Picture name="rp-id">{typeof window === "undefined" ? <RpIdDrawing /> : undefined}</Picture>
)
