-- Copies the passkeys of SimpleWebAuthn's table into those of Auth.js. That table stays as it is.

BEGIN IMMEDIATE;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE "MoveCheck" (
    "c1" INTEGER CONSTRAINT "users_without_address" CHECK ("c1" = 0),
    "c2" INTEGER CONSTRAINT "ids_or_keys_that_are_not_base64url" CHECK ("c2" = 0),
    "c3" INTEGER CONSTRAINT "in_authenticator_with_another_user_or_key" CHECK ("c3" = 0),
    "c4" INTEGER CONSTRAINT "in_account_with_another_user" CHECK ("c4" = 0)
);
INSERT INTO "MoveCheck" SELECT
    (SELECT COUNT(*)
     FROM "WebAuthnCredential" c JOIN "User" u ON u."id" = c."userId"
     WHERE u."email" IS NULL OR u."email" = ''),
    (SELECT COUNT(*)
     FROM "WebAuthnCredential"
     WHERE length("id") % 4 = 1 OR "id" GLOB '*[^A-Za-z0-9_-]*'
       OR length("publicKey") % 4 = 1 OR "publicKey" GLOB '*[^A-Za-z0-9_-]*'),
    (SELECT COUNT(*)
     FROM (
       SELECT *,
         replace(replace("id", '-', '+'), '_', '/') || substr('===', 1, (4 - length("id") % 4) % 4) AS "credentialID",
         replace(replace("publicKey", '-', '+'), '_', '/') || substr('===', 1, (4 - length("publicKey") % 4) % 4) AS "base64Key"
       FROM "WebAuthnCredential"
     ) c
     JOIN "Authenticator" a ON a."credentialID" = c."credentialID"
     WHERE a."userId" <> c."userId" OR a."credentialPublicKey" <> c."base64Key"),
    (SELECT COUNT(*)
     FROM (
       SELECT *,
         replace(replace("id", '-', '+'), '_', '/') || substr('===', 1, (4 - length("id") % 4) % 4) AS "credentialID",
         replace(replace("publicKey", '-', '+'), '_', '/') || substr('===', 1, (4 - length("publicKey") % 4) % 4) AS "base64Key"
       FROM "WebAuthnCredential"
     ) c
     JOIN "Account" x ON x."providerAccountId" = c."credentialID" AND x."provider" = 'passkey'
     WHERE x."userId" <> c."userId");
DROP TABLE "MoveCheck";

INSERT INTO "Account" (
    "userId", "type", "provider", "providerAccountId", "updatedAt"
)
SELECT
    c."userId", 'webauthn', 'passkey', c."credentialID", CURRENT_TIMESTAMP
FROM (
  SELECT *,
    replace(replace("id", '-', '+'), '_', '/') || substr('===', 1, (4 - length("id") % 4) % 4) AS "credentialID",
    replace(replace("publicKey", '-', '+'), '_', '/') || substr('===', 1, (4 - length("publicKey") % 4) % 4) AS "base64Key"
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
    replace(replace("id", '-', '+'), '_', '/') || substr('===', 1, (4 - length("id") % 4) % 4) AS "credentialID",
    replace(replace("publicKey", '-', '+'), '_', '/') || substr('===', 1, (4 - length("publicKey") % 4) % 4) AS "base64Key"
  FROM "WebAuthnCredential"
) c
WHERE NOT EXISTS (SELECT 1 FROM "Authenticator" a WHERE a."credentialID" = c."credentialID");

COMMIT;
