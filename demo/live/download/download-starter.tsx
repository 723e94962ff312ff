import { useEffect, useState } from "react"
import { Choice } from "../../../components/choice"
import { choiceNames, choices, chosen, defaultOf, followChosen } from "../../../components/choices"
import { keepRequirements } from "./keep-requirements"
import {
  downloadOptions,
  extras,
  requiredTitles,
  worksWith,
  type ExtraRecipe,
} from "./starter-options"
import styles from "./download-starter.module.css"

const defaults = Object.fromEntries(choiceNames.map((name) => [name, defaultOf(name)]))

/**
 * The app of this guide as a zip file: for what is chosen at the top of the page, and for what is
 * chosen here. It's a plain form, which the browser sends without any script.
 */
export function DownloadStarter() {
  const [values, setValues] = useState(defaults)
  useEffect(
    () =>
      followChosen(() =>
        setValues(Object.fromEntries(choiceNames.map((name) => [name, chosen(name)]))),
      ),
    [],
  )
  const database = values.database ?? ""
  return (
    <details className={styles.download}>
      <summary>Download this app</summary>
      <form action="/api/starter" className={styles.form} autoComplete="off">
        {choiceNames.map((name) => (
          <input key={name} type="hidden" name={name} value={values[name]} />
        ))}
        {Object.entries(downloadOptions).map(([name, { label, options }]) => (
          <div key={name} className={styles.option}>
            <label htmlFor={`download-${name}`}>{label}</label>
            <select id={`download-${name}`} name={name} className={styles.select}>
              {Object.entries(options).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        ))}
        <fieldset
          className={styles.extras}
          onChange={({ currentTarget, target }) => {
            if (target instanceof HTMLInputElement) keepRequirements(currentTarget, target)
          }}
        >
          <legend>
            <a href="/extras">Extras</a>
          </legend>
          {/* Says that none is chosen. Without it, all are. */}
          <input type="hidden" name="extras" value="" />
          {Object.entries(extras).map(([name, extra]) => (
            <Extra key={name} name={name} {...extra} disabled={!worksWith(name, database)} />
          ))}
        </fieldset>
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

type ExtraProps = ExtraRecipe & { name: string; disabled: boolean }

function Extra({ name, disabled, ...extra }: ExtraProps) {
  const { title, buys, databases } = extra
  const id = `download-${name}`
  const required = requiredTitles(extra)
  const checkbox = (
    <span className={styles.extra}>
      <input
        type="checkbox"
        id={id}
        name="extras"
        value={name}
        aria-describedby={`${id}-buys`}
        defaultChecked
        disabled={disabled}
      />
      <span>
        <label htmlFor={id}>{title}</label>
        <span id={`${id}-buys`} className={styles.buys}>
          {buys}
          {required.length > 0 && ` Needs ${required.join(" and ")}.`}
        </span>
      </span>
    </span>
  )
  return databases ? (
    <Choice inline database={databases.join(" ")}>
      {checkbox}
    </Choice>
  ) : (
    checkbox
  )
}
