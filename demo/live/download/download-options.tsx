import { Choice } from "../../../components/choice"
import {
  downloadOptions,
  extraGroups,
  limitingChoices,
  limitsOf,
  requiredTitles,
  type ExtraGroup,
  type ExtraRecipe,
} from "./starter-options"
import styles from "./download-starter.module.css"

/** What the form for the download offers to choose. Only the server renders it. */
export function DownloadOptions() {
  return (
    <>
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
      {extraGroups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </>
  )
}

function Group({ title, about, address, isDefault, extras }: ExtraGroup) {
  const id = `download-${title.toLowerCase()}`
  return (
    <details className={styles.group}>
      <summary>
        <span id={id}>{title}:</span> <span className={styles.about}>{about}</span>
      </summary>
      <fieldset aria-labelledby={id} className={styles.extras}>
        {Object.entries(extras).map(([name, extra]) => (
          <Extra key={name} name={name} isDefault={isDefault} {...extra} />
        ))}
        {address && (
          <a href={address} className={styles.link}>
            Read about {title.toLowerCase()}
          </a>
        )}
      </fieldset>
    </details>
  )
}

type ExtraProps = ExtraRecipe & { name: string; isDefault: boolean }

function Extra({ name, isDefault, ...extra }: ExtraProps) {
  const { title, buys } = extra
  const id = `download-${name}`
  const limits = limitsOf(name)
  const only = limitingChoices.flatMap(
    (choice) => limits[choice]?.map((value) => `${choice}=${value}`) ?? [],
  )
  const needed = [...requiredTitles(extra), ...(extra.signIn ? ["the custom sign-in page"] : [])]
  const checkbox = (
    <span className={styles.extra}>
      <input
        type="checkbox"
        id={id}
        name="extras"
        value={name}
        aria-describedby={`${id}-buys`}
        defaultChecked={isDefault}
        data-requires={extra.requires?.join(" ")}
        data-only={only.join(" ") || undefined}
      />
      <span>
        <label htmlFor={id}>{title}</label>
        <span id={`${id}-buys`} className={styles.buys}>
          {buys}
          {needed.length > 0 && ` Needs ${new Intl.ListFormat("en").format(needed)}.`}
        </span>
      </span>
    </span>
  )
  const { database, packageManager } = limits
  if (!database && !packageManager) return checkbox
  return (
    <Choice inline database={database?.join(" ")} packageManager={packageManager?.join(" ")}>
      {checkbox}
    </Choice>
  )
}
