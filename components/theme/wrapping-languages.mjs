// @ts-check

/** Commands, output and data: their lines wrap. Code keeps its lines, and scrolls. */
export const wrappingLanguages = ["sh", "text", "json", "http"]
