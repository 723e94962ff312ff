import type { Database } from "../database-url"

/**
 * Stores a vote, or replaces the one that the visitor gave to the page before. A sentence stays when the
 * new vote has none. Its values: the page, the visitor, 1 or 0, the sentence, and the time in
 * milliseconds since 1970.
 */
export const storeFeedback: Record<Database, string> = {
  sqlite: upsert(),
  postgresql: upsert(),
  // MariaDB has no alias for the new row, which MySQL 8.0.20 prefers to VALUES().
  mysql: `INSERT INTO DemoFeedback (page, visitor, helpful, sentence, votedAt) VALUES (?, ?, ?, ?, ?)
    ON DUPLICATE KEY UPDATE helpful = VALUES(helpful), votedAt = VALUES(votedAt),
      sentence = IF(VALUES(sentence) = '', sentence, VALUES(sentence))`,
}

function upsert(): string {
  return `INSERT INTO "DemoFeedback" ("page", "visitor", "helpful", "sentence", "votedAt")
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT ("page", "visitor") DO UPDATE SET
      "helpful" = excluded."helpful", "votedAt" = excluded."votedAt",
      "sentence" = CASE WHEN excluded."sentence" = '' THEN "DemoFeedback"."sentence"
        ELSE excluded."sentence" END`
}

/** How many votes one statement of `oldFeedback` deletes. */
export const oldFeedbackBatch = 500

/** Deletes votes from before a time, in milliseconds since 1970. */
export const oldFeedback: Record<Database, string> = {
  sqlite: `DELETE FROM "DemoFeedback" WHERE rowid IN
    (SELECT rowid FROM "DemoFeedback" WHERE "votedAt" < $1 LIMIT ${oldFeedbackBatch})`,
  postgresql: `DELETE FROM "DemoFeedback" WHERE ctid IN
    (SELECT ctid FROM "DemoFeedback" WHERE "votedAt" < $1 LIMIT ${oldFeedbackBatch})`,
  mysql: `DELETE FROM DemoFeedback WHERE votedAt < ? LIMIT ${oldFeedbackBatch}`,
}

/** How many votes there are, as `votes`. */
export const countFeedback = inEach('SELECT COUNT(*) AS "votes" FROM "DemoFeedback"')

/** All votes, by page, the newest first. */
export const allFeedback = inEach('SELECT * FROM "DemoFeedback" ORDER BY "page", "votedAt" DESC')

function inEach(statement: string): Record<Database, string> {
  return { sqlite: statement, postgresql: statement, mysql: statement.replaceAll('"', "`") }
}
