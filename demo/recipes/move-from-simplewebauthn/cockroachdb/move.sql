-- Copies the passkeys of SimpleWebAuthn's table into those of Auth.js. That table stays as it is.

BEGIN;

-- If a count isn't 0, this divides by zero, and nothing is changed.
SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "users_without_address"
FROM "WebAuthnCredential" c JOIN "User" u ON u."id" = c."userId"
WHERE u."email" IS NULL OR u."email" = '';

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "ids_or_keys_that_are_not_base64url"
FROM "WebAuthnCredential"
WHERE length("id") % 4 = 1 OR "id" ~ '[^A-Za-z0-9_-]'
  OR length("publicKey") % 4 = 1 OR "publicKey" ~ '[^A-Za-z0-9_-]';

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "in_authenticator_with_another_user_or_key"
FROM (
  SELECT *,
    translate("id", '-_', '+/') || repeat('=', (4 - length("id") % 4) % 4) AS "credentialID",
    translate("publicKey", '-_', '+/') || repeat('=', (4 - length("publicKey") % 4) % 4) AS "base64Key"
  FROM "WebAuthnCredential"
) c
JOIN "Authenticator" a ON a."credentialID" = c."credentialID"
WHERE a."userId" <> c."userId" OR a."credentialPublicKey" <> c."base64Key";

SELECT 1 / (CASE WHEN COUNT(*) = 0 THEN 1 ELSE 0 END) AS "in_account_with_another_user"
FROM (
  SELECT *,
    translate("id", '-_', '+/') || repeat('=', (4 - length("id") % 4) % 4) AS "credentialID",
    translate("publicKey", '-_', '+/') || repeat('=', (4 - length("publicKey") % 4) % 4) AS "base64Key"
  FROM "WebAuthnCredential"
) c
JOIN "Account" x ON x."providerAccountId" = c."credentialID" AND x."provider" = 'passkey'
WHERE x."userId" <> c."userId";

INSERT INTO "Account" (
    "userId", "type", "provider", "providerAccountId", "updatedAt"
)
SELECT
    c."userId", 'webauthn', 'passkey', c."credentialID", CURRENT_TIMESTAMP
FROM (
  SELECT *,
    translate("id", '-_', '+/') || repeat('=', (4 - length("id") % 4) % 4) AS "credentialID",
    translate("publicKey", '-_', '+/') || repeat('=', (4 - length("publicKey") % 4) % 4) AS "base64Key"
  FROM "WebAuthnCredential"
) c
WHERE NOT EXISTS (SELECT 1 FROM "Account" x
  WHERE x."providerAccountId" = c."credentialID" AND x."provider" = 'passkey');

INSERT INTO "Authenticator" (
    "credentialID", "userId", "providerAccountId", "credentialPublicKey", "counter",
    "credentialDeviceType", "credentialBackedUp", "transports"
)
SELECT
    c."credentialID", c."userId", c."credentialID", c."base64Key", c."counter", c."deviceType",
    c."backedUp", NULLIF(c."transports", '')
FROM (
  SELECT *,
    translate("id", '-_', '+/') || repeat('=', (4 - length("id") % 4) % 4) AS "credentialID",
    translate("publicKey", '-_', '+/') || repeat('=', (4 - length("publicKey") % 4) % 4) AS "base64Key"
  FROM "WebAuthnCredential"
) c
WHERE NOT EXISTS (SELECT 1 FROM "Authenticator" a WHERE a."credentialID" = c."credentialID");

COMMIT;
