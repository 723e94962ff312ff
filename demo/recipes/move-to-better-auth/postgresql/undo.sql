-- Goes back to Auth.js: takes over the counters, and empties Better Auth's tables.

BEGIN;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE "MoveCheck" (
    "c1" INTEGER CONSTRAINT "passkeys_added_since_the_move" CHECK ("c1" = 0),
    "c2" INTEGER CONSTRAINT "passkeys_missing_in_passkey" CHECK ("c2" = 0)
);
INSERT INTO "MoveCheck" SELECT
    (SELECT COUNT(*)
     FROM "Passkey" WHERE "id" <> "credentialID"),
    (SELECT COUNT(*)
     FROM (
       SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
       FROM "Authenticator"
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM "Passkey" p WHERE p."credentialID" = a."id")
       AND EXISTS (SELECT 1 FROM "Passkey"));
DROP TABLE "MoveCheck";

UPDATE "Authenticator" AS a
SET "counter" = p."counter"
FROM "Passkey" p
WHERE p."credentialID" = rtrim(translate(a."credentialID", '+/', '-_'), '=')
  AND p."counter" > a."counter";

DELETE FROM "Passkey";
DELETE FROM "BetterAuthSession";
DELETE FROM "BetterAuthVerification";

UPDATE "User" SET "emailConfirmed" = false;

COMMIT;
