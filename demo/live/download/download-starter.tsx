import { useEffect, useRef, useState } from "react"
import { choiceNames, choices, chosen, defaultOf, followChosen } from "../../../components/choices"
import { StaticText } from "../../../components/theme/static-text"
import { DownloadOptions } from "./download-options"
import { keepLimits } from "./keep-limits"
import { keepRequirements } from "./keep-requirements"
import styles from "./download-starter.module.css"

const defaults = Object.fromEntries(choiceNames.map((name) => [name, defaultOf(name)]))

/**
 * The app of this guide as a zip file: for what is chosen at the top of the page, and for what is
 * chosen here. It's a plain form, which the browser sends without any script.
 */
export function DownloadStarter() {
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(defaults)
  useEffect(
    () =>
      followChosen(() =>
        setValues(Object.fromEntries(choiceNames.map((name) => [name, chosen(name)]))),
      ),
    [],
  )
  useEffect(() => {
    if (form.current) keepLimits(form.current)
  }, [values])
  // React doesn't tell of changes in what only the server rendered.
  useEffect(() => form.current?.addEventListener("change", follow), [])
  return (
    <details
      className={styles.download}
      onToggle={() => {
        if (form.current) keepLimits(form.current)
      }}
    >
      <summary>Download this app</summary>
      <form ref={form} action="/api/starter" className={styles.form} autoComplete="off">
        {choiceNames.map((name) => (
          <input key={name} type="hidden" name={name} value={values[name]} />
        ))}
        {/* Says that no extra is chosen. Without it, the usual ones are. */}
        <input type="hidden" name="extras" value="" />
        <StaticText index="download" className={styles.options}>
          {typeof window === "undefined" ? <DownloadOptions /> : undefined}
        </StaticText>
        <p>
          The zip file is for the database and the package manager that this guide is set to:{" "}
          {choiceNames.map((name) => choices[name].options[values[name] ?? ""]).join(" and ")}.
          Unzip it and follow its README.
        </p>
        <button className={styles.submit}>Download the zip file</button>
        <p>
          Or take the guide for these choices as{" "}
          <a href="/assistants" className={styles.link}>
            a skill for your coding assistant
          </a>
          :
        </p>
        <button className={styles.skill} formAction="/api/skill">
          Download the skill
        </button>
      </form>
    </details>
  )
}

/** Keeps what is chosen in the form to what works together. */
function follow({ currentTarget, target }: Event): void {
  if (!(currentTarget instanceof HTMLFormElement)) return
  if (target instanceof HTMLInputElement) keepRequirements(currentTarget, target)
  keepLimits(currentTarget)
}
