import type { Ceremony } from "../recording/ceremony"
import recorded from "./recorded-ceremonies.json"

/**
 * A registration and a sign-in as they happened on this site, on `http://localhost:3000`, in Chromium
 * with its virtual authenticator, on 22 November 2026.
 */
export const recordedCeremonies = recorded as Record<Ceremony["kind"], Ceremony>
