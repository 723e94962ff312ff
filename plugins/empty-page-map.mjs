// @ts-check

/** In place of Nextra's page map in the browser: see next.config.mjs. */
export const pageMap = []
