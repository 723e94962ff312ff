-- Goes back to Auth.js: takes over the counters, and empties the server's tables.

BEGIN IMMEDIATE;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE "MoveCheck" (
    "c1" INTEGER CONSTRAINT "passkeys_added_since_the_move" CHECK ("c1" = 0),
    "c2" INTEGER CONSTRAINT "passkeys_missing_in_credential" CHECK ("c2" = 0)
);
INSERT INTO "MoveCheck" SELECT
    (SELECT COUNT(*)
     FROM "WebAuthnCredential" WHERE "createdAt" IS NOT NULL),
    (SELECT COUNT(*)
     FROM (
       SELECT *, rtrim(replace(replace("credentialID", '+', '-'), '/', '_'), '=') AS "id"
       FROM "Authenticator"
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id")
       AND EXISTS (SELECT 1 FROM "WebAuthnCredential"));
DROP TABLE "MoveCheck";

UPDATE "Authenticator" AS a
SET "counter" = c."counter"
FROM "WebAuthnCredential" c
WHERE c."id" = rtrim(replace(replace(a."credentialID", '+', '-'), '/', '_'), '=')
  AND c."counter" > a."counter";

DELETE FROM "WebAuthnCredential";
DELETE FROM "WebAuthnChallenge";

COMMIT;
