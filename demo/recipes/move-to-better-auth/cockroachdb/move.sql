-- Copies the passkeys of Auth.js into Better Auth's table. The tables of Auth.js stay as they are.

BEGIN;

-- If a count isn't 0, this divides by zero, and nothing is changed.
SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "users_without_name_or_address"
FROM "User"
WHERE "name" IS NULL OR "name" = '' OR "email" IS NULL OR "email" = '';

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "credential_ids_that_are_not_base64"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE a."id" = '' OR a."id" ~ '[^A-Za-z0-9_-]';

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "in_passkey_with_another_user_or_key"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
JOIN "Passkey" p ON p."credentialID" = a."id"
WHERE p."userId" <> a."userId" OR p."publicKey" <> a."credentialPublicKey";

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "better_auth_is_in_use"
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "Passkey" p WHERE p."credentialID" = a."id")
  AND EXISTS (SELECT 1 FROM "Passkey")
  AND EXISTS (SELECT 1 FROM "BetterAuthSession");

-- With the extra passkey-details, replace NULL by a."name", a."createdAt" and a."aaguid".
INSERT INTO "Passkey" (
    "id", "name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp",
    "transports", "createdAt", "aaguid"
)
SELECT
    a."id", NULL, a."credentialPublicKey", a."userId", a."id", a."counter",
    a."credentialDeviceType", a."credentialBackedUp", a."transports", NULL, NULL
FROM (
  SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
  FROM "Authenticator"
) a
WHERE NOT EXISTS (SELECT 1 FROM "Passkey" p WHERE p."credentialID" = a."id");

UPDATE "User" SET "emailConfirmed" = true WHERE "emailVerified" IS NOT NULL;

COMMIT;
