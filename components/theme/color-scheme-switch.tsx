import { useEffect, useRef } from "react"
import {
  chooseColorScheme,
  chosenColorScheme,
  colorSchemeAttribute,
  colorSchemes,
} from "./color-scheme"
import styles from "./site-header.module.css"

const labels = { system: "System", light: "Light", dark: "Dark" }

/** Lets the reader choose between light and dark. */
export function ColorSchemeSwitch() {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (select.current) select.current.value = chosenColorScheme()
  }, [])
  return (
    <label className={styles.scheme} title="Color scheme">
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
      </svg>
      <select
        ref={select}
        aria-label="Color scheme"
        autoComplete="off"
        data-sets={colorSchemeAttribute}
        onChange={(event) => {
          const scheme = colorSchemes.find((one) => one === event.target.value)
          if (scheme) chooseColorScheme(scheme)
        }}
      >
        {colorSchemes.map((scheme) => (
          <option key={scheme} value={scheme}>
            {labels[scheme]}
          </option>
        ))}
      </select>
    </label>
  )
}
