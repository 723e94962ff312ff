import { attributeOf, choiceNames, valuesOf } from "./choices"

/*
 * What the document's head has of the choices. Apart from choices.ts, so that the browser's script doesn't
 * contain it.
 */

/** Every variant is in the page. These rules hide those that are not chosen. */
export const choiceStyles = choiceNames
  .flatMap((name) =>
    valuesOf(name).map((value) => {
      const attribute = attributeOf(name)
      return `html[${attribute}="${value}"] .choice[${attribute}]:not([${attribute}~="${value}"]){display:none}`
    }),
  )
  .join("")

/** Marks the chosen option of every `<ChoiceTabs>`. */
export const choiceTabStyles = `${choiceNames
  .flatMap((name) =>
    valuesOf(name).map(
      (value) => `html[${attributeOf(name)}="${value}"] .choice-tabs label:has([value="${value}"])`,
    ),
  )
  .join(",")}{border-color:var(--accent-solid);color:var(--ink)}`

/** Where nothing can be chosen, everything is shown, each variant under its name. */
export const choiceStylesWithoutScript =
  ".choice{display:block!important}.choice::before{content:attr(data-label);font-weight:600}.chooser{display:none!important}"

/**
 * Runs in the page's head, before anything is painted: what the address says, or else what was
 * remembered, goes onto `<html>`.
 */
export const choiceScript = `(function(){var c=${JSON.stringify(
  Object.fromEntries(choiceNames.map((name) => [name, valuesOf(name)])),
)};var q=new URLSearchParams(location.search);for(var n in c){var v=q.get(n);if(c[n].indexOf(v)<0)try{v=localStorage.getItem("choice-"+n)}catch(e){}if(c[n].indexOf(v)>=0)document.documentElement.dataset[n]=v}})()`
