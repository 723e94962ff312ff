/** Mistakes in the Prisma schema and in migrations. */
export const databaseTexts = {
  "schema-connection-url": {
    title: "The schema sets {}",
    reason: "Prisma 7 doesn't accept connection addresses in the schema (P1012).",
    fix: "Delete the line, and set datasource.url in prisma.config.ts.",
    error: "prisma-datasource-url",
  },
  "model-missing": {
    title: "The model {} is missing",
    reason: "Auth.js reads and writes this table through the Prisma client.",
    fix: "Add the model as shown on the Database page, and apply the migration.",
    error: "table-does-not-exist",
  },
  "column-missing": {
    title: "{} is missing",
    reason: "Auth.js writes this column. Without it, Prisma rejects the whole row.",
    fix: "Add the column as shown on the Database page, and apply the migration.",
    error: "column-does-not-exist",
  },
  "column-type": {
    title: "{} has a different type from what Auth.js writes",
    reason: "Prisma rejects a value of the wrong type, so the row can't be written.",
    fix: "Use the type that the column has on the Database page.",
  },
  "column-required": {
    title: "{} is required, but Auth.js doesn't always set it",
    reason: "A registration fails when it reaches this row, and leaves the earlier rows behind.",
    fix: "Make the column optional with ?, or give it an @default.",
  },
  "relation-missing": {
    title: "The relation {} is missing",
    reason:
      "The adapter reads the user together with the row. Without the relation, the row outlives its user.",
    fix: "Add the relation to both models: user on this one, and the list on User.",
  },
  "account-user-id-unique": {
    title: "{} is unique",
    reason:
      "Every passkey adds another Account to the same user, so the second passkey fails with P2002.",
    fix: "Remove the unique constraint. Use @@index([userId]) instead.",
  },
  "authenticator-user-id-unique": {
    title: "{} is unique",
    reason:
      "A user can have several passkeys. With this constraint, the second one fails with P2002.",
    fix: "Remove the unique constraint. @@id([userId, credentialID]) is enough.",
  },
  "credential-id-not-unique": {
    title: "{} isn't unique",
    reason:
      "A sign-in looks up the passkey by this id alone, so a credential must not have two owners.",
    fix: "Add @unique to credentialID, and apply the migration.",
  },
  "account-not-unique": {
    title: "{} has no composite key for provider and providerAccountId",
    reason:
      "The adapter looks up accounts by this pair, in this order: provider_providerAccountId.",
    fix: "Add @@id([provider, providerAccountId]), or @@unique if the model has an id.",
  },
  "column-not-unique": {
    title: "{} isn't unique",
    reason: "The adapter looks up a row by this column alone.",
    fix: "Add @unique to the column, and apply the migration.",
  },
  "counter-too-small": {
    title: "{} can't hold every counter",
    reason:
      "A signature counter is an unsigned 32-bit number. Above 2,147,483,647, an authenticator can no longer sign in.",
    fix: "Make the column a BigInt, and apply the migration.",
    error: "counter-out-of-range",
  },
  "public-key-column-short": {
    title: "{} is too short for a public key",
    reason:
      "An RS256 key, such as Windows Hello creates, is 364 characters long. On MySQL, a String without a type holds 191.",
    fix: "Add @db.Text on MySQL, or @db.VarChar(Max) on SQL Server.",
    error: "value-too-long",
  },
  "credential-id-column-short": {
    title: "{} is too short for a credential id",
    reason: "A credential id can have up to 1,023 bytes, which is 1,364 characters of base64.",
    fix: "Add @db.VarChar(1364), and apply the migration.",
    error: "value-too-long",
  },
  "credential-id-ignores-case": {
    title: "{} is compared without regard to case",
    reason:
      "In base64, A and a are different. With this collation, a credential id that differs only in case stands for somebody else's passkey.",
    fix: "In the migration, write CHARACTER SET ascii COLLATE ascii_bin on MySQL, or COLLATE Latin1_General_BIN2 on SQL Server.",
  },
  "key-without-length": {
    title: "{} is TEXT and part of a key",
    reason: "MySQL can't index TEXT without a length (error 1170).",
    fix: "Make the column VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin.",
    error: "mysql-key-without-length",
  },
}
