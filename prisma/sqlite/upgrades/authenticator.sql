-- An Authenticator table from older instructions becomes the one that the migration `passkeys` makes, and
-- keeps every row. For a primary key `id`, and for `userId` with `credentialID`.

PRAGMA defer_foreign_keys = ON;

CREATE TABLE "Authenticator_new" (
    "credentialID" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "credentialPublicKey" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "credentialDeviceType" TEXT NOT NULL,
    "credentialBackedUp" BOOLEAN NOT NULL,
    "transports" TEXT,

    PRIMARY KEY ("userId", "credentialID"),
    CONSTRAINT "Authenticator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

INSERT INTO "Authenticator_new" SELECT "credentialID", "userId", "providerAccountId", "credentialPublicKey", "counter", "credentialDeviceType", "credentialBackedUp", "transports" FROM "Authenticator";

-- Its indexes go with it.
DROP TABLE "Authenticator";

ALTER TABLE "Authenticator_new" RENAME TO "Authenticator";

CREATE UNIQUE INDEX "Authenticator_credentialID_key" ON "Authenticator"("credentialID");
