-- Goes back to SimpleWebAuthn's table: takes over the counters, and empties Auth.js's of passkeys.

BEGIN;

-- If a count isn't 0, this divides by zero, and nothing is changed.
SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "passkeys_added_since_the_move"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id");

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "passkeys_missing_in_authenticator"
FROM (
  SELECT *,
    translate("id", '-_', '+/') || repeat('=', (4 - length("id") % 4) % 4) AS "credentialID",
    translate("publicKey", '-_', '+/') || repeat('=', (4 - length("publicKey") % 4) % 4) AS "base64Key"
  FROM "WebAuthnCredential"
) c
WHERE NOT EXISTS (SELECT 1 FROM "Authenticator" a WHERE a."credentialID" = c."credentialID")
  AND EXISTS (SELECT 1 FROM "Authenticator");

UPDATE "WebAuthnCredential" AS c
SET "counter" = a."counter"
FROM "Authenticator" a
WHERE c."id" = rtrim(translate(a."credentialID", '+/', '-_'), '=')
  AND a."counter" > c."counter";

DELETE FROM "Authenticator";
DELETE FROM "Account" WHERE "provider" = 'passkey';

COMMIT;
