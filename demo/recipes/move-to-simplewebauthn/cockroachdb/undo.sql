-- Goes back to Auth.js: takes over the counters, and empties the server's tables.

BEGIN;

-- If a count isn't 0, this divides by zero, and nothing is changed.
SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "passkeys_added_since_the_move"
FROM "WebAuthnCredential" WHERE "createdAt" IS NOT NULL;

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "passkeys_missing_in_credential"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id")
  AND EXISTS (SELECT 1 FROM "WebAuthnCredential");

UPDATE "Authenticator" AS a
SET "counter" = c."counter"
FROM "WebAuthnCredential" c
WHERE c."id" = rtrim(translate(a."credentialID", '+/', '-_'), '=')
  AND c."counter" > a."counter";

DELETE FROM "WebAuthnCredential";
DELETE FROM "WebAuthnChallenge";

COMMIT;
