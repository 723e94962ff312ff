-- Goes back to Auth.js: takes over the counters, and empties Better Auth's tables.

BEGIN;

-- If a count isn't 0, this divides by zero, and nothing is changed.
SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "passkeys_added_since_the_move"
FROM "Passkey" WHERE "id" <> "credentialID";

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "passkeys_missing_in_passkey"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "Passkey" p WHERE p."credentialID" = a."id")
  AND EXISTS (SELECT 1 FROM "Passkey");

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
