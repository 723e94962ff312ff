/* What is loaded when the reader uses the search field. */
export { find } from "./find"
export { SearchResults } from "./search-results"
export { loadSections } from "./sections"
