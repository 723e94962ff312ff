// @ts-check

/** Where readers see an error, by what its page's front matter calls it, in the order of the index. */
export const places = /** @type {const} */ ({
  terminal: "In the terminal",
  build: "In the build",
  "server log": "In the server’s log",
  "network tab": "In the network tab",
  "address bar": "In the address bar",
  browser: "In the browser",
})

/** What a reader is doing when an error appears, likewise. */
export const steps = /** @type {const} */ ({
  install: "Installing the packages",
  database: "Setting up the database",
  configure: "Configuring Auth.js",
  "sign-in page": "Building the sign-in page",
  registration: "Creating a passkey",
  "sign-in": "Signing in",
  production: "Going to production",
})

/**
 * The fragment of a heading in the index: `in-server-log` for a place, `step-sign-in` for a step.
 *
 * @param {"in" | "step"} kind
 * @param {string} name
 */
export const fragmentOf = (kind, name) => `${kind}-${name.replaceAll(" ", "-")}`
