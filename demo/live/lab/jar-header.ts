/**
 * The header by which a request of the lab says whose cookies it is sent with: those of one of two
 * practice accounts, and never the reader's. See demo/live/server/lab/cookie-jar.ts.
 */
export const jarHeader = "X-Lab-Jar"

/** The visitor is the account that the lab signs in to. The stranger is somebody else. */
export type Jar = "visitor" | "stranger"
