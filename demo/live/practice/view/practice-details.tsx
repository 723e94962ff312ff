import { useSyncExternalStore } from "react"
import selectStyles from "../../../../components/select.module.css"
import { PracticeList } from "./practice-list"
import styles from "./practice.module.css"
import type { PracticeSettings } from "../practice-settings"
import { settingsStore } from "../settings-store"

type Setting<Name extends keyof PracticeSettings = keyof PracticeSettings> = {
  name: Name
  label: string
  note: string
  options: [value: PracticeSettings[Name], label: string][]
}

const settings: (
  Setting<"algorithms"> | Setting<"userVerification"> | Setting<"counter"> | Setting<"backup">
)[] = [
  {
    name: "algorithms",
    label: "Algorithms",
    note: "For new passkeys: the first one in the server's list that is chosen here.",
    options: [
      ["both", "ES256 and RS256"],
      ["ES256", "ES256 only"],
      ["RS256", "RS256 only"],
    ],
  },
  {
    name: "userVerification",
    label: "User verification",
    note: "When off, it behaves like a security key without a PIN. Auth.js requires user verification.",
    options: [
      ["on", "On"],
      ["off", "Off"],
    ],
  },
  {
    name: "counter",
    label: "Signature counter",
    note: "For new passkeys. Passkeys that are on several devices stay at 0.",
    options: [
      ["none", "Stays at 0"],
      ["counting", "Counts"],
    ],
  },
  {
    name: "backup",
    label: "Backup",
    note: "Eligibility applies to new passkeys and never changes. The state can change.",
    options: [
      ["not-eligible", "Not eligible (BE 0, BS 0)"],
      ["eligible", "Eligible (BE 1, BS 0)"],
      ["backed-up", "Backed up (BE 1, BS 1)"],
    ],
  },
]

/** How the practice authenticator behaves, and what it holds. */
export function PracticeDetails() {
  const current = useSyncExternalStore(settingsStore.subscribe, settingsStore.get)
  return (
    <details className={styles.details}>
      <summary>Settings and passkeys</summary>
      <div className={styles.settings}>
        {settings.map(({ name, label, note, options }) => (
          <div key={name} className={styles.setting}>
            <label htmlFor={`practice-${name}`}>{label}</label>
            <select
              className={selectStyles.select}
              id={`practice-${name}`}
              aria-describedby={`practice-${name}-note`}
              value={current[name]}
              onChange={({ target }) => settingsStore.set({ [name]: target.value })}
            >
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
            <p id={`practice-${name}-note`} className={styles.what}>
              {note}
            </p>
          </div>
        ))}
      </div>
      <PracticeList />
    </details>
  )
}
