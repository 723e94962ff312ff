"use client"

import { browserSupportsWebAuthn } from "@simplewebauthn/browser"
import { useSyncExternalStore } from "react"

/**
 * Whether this browser has passkeys on this page. The server can't know
 * and says yes, so that nothing moves in the browsers that have them.
 */
export const useHasPasskeys = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => window.isSecureContext && browserSupportsWebAuthn(),
    () => true,
  )

const neverChanges = () => () => {}
