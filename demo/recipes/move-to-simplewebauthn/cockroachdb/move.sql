-- Copies the passkeys of Auth.js into the server's table. The tables of Auth.js stay as they are.

BEGIN;

-- If a count isn't 0, this divides by zero, and nothing is changed.
SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "credential_ids_that_are_not_base64"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE a."id" = '' OR a."id" ~ '[^A-Za-z0-9_-]';

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "in_credential_with_another_user_or_key"
FROM (
  SELECT *,
    rtrim(translate("credentialID", '+/', '-_'), '=') AS "id",
    rtrim(translate("credentialPublicKey", '+/', '-_'), '=') AS "publicKey"
  FROM "Authenticator"
) a
JOIN "WebAuthnCredential" c ON c."id" = a."id"
WHERE c."userId" <> a."userId" OR c."publicKey" <> a."publicKey";

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "the_new_server_is_in_use"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id")
  AND EXISTS (SELECT 1 FROM "WebAuthnCredential" WHERE "createdAt" IS NOT NULL);

INSERT INTO "WebAuthnCredential" (
    "id", "userId", "publicKey", "counter", "deviceType", "backedUp", "transports"
)
SELECT
    a."id", a."userId", a."publicKey", a."counter", a."credentialDeviceType",
    a."credentialBackedUp", a."transports"
FROM (
  SELECT *,
    rtrim(translate("credentialID", '+/', '-_'), '=') AS "id",
    rtrim(translate("credentialPublicKey", '+/', '-_'), '=') AS "publicKey"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id");

COMMIT;
