/** How the practice authenticator behaves. */
export type PracticeSettings = {
  /** What new passkeys may sign with. */
  algorithms: "both" | "ES256" | "RS256"
  /** Whether it can verify its user. */
  userVerification: "on" | "off"
  /** Whether new passkeys count their uses. WebAuthn L3 §6.1.1. */
  counter: "none" | "counting"
  /**
   * Whether new passkeys may be backed up, and whether those that may, are. WebAuthn L3 §6.1.3.
   * Eligibility never changes: it is written into the passkey when it is made.
   */
  backup: "not-eligible" | "eligible" | "backed-up"
}

/** As a password manager behaves that keeps its passkeys on all devices of a person. */
export const defaultSettings: PracticeSettings = {
  algorithms: "both",
  userVerification: "on",
  counter: "none",
  backup: "backed-up",
}

const values: { [Name in keyof PracticeSettings]: PracticeSettings[Name][] } = {
  algorithms: ["both", "ES256", "RS256"],
  userVerification: ["on", "off"],
  counter: ["none", "counting"],
  backup: ["not-eligible", "eligible", "backed-up"],
}

/** The settings in a stored text. What is missing or unknown in it has its default. */
export function readSettings(text: string | null): PracticeSettings {
  const stored = parse(text)
  const settings: Record<string, string> = { ...defaultSettings }
  for (const [name, known] of Object.entries<string[]>(values)) {
    const value = stored[name]
    if (typeof value === "string" && known.includes(value)) settings[name] = value
  }
  return settings as PracticeSettings
}

function parse(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}")
    return typeof value === "object" && value ? { ...value } : {}
  } catch {
    return {}
  }
}
