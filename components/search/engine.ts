/* What is loaded when the reader uses the search field. */
import { loadSections } from "./load-sections"
import { createIndex } from "./search-index"

export { find } from "./find"
export { SearchResults } from "./search-results"
export { showMatches } from "./show-matches"

/**
 * Loads the text of the guide and indexes it.
 *
 * @throws {Error} If it can't be loaded.
 */
export const loadIndex = async () => createIndex(await loadSections())
