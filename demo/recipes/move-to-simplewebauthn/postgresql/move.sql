-- Copies the passkeys of Auth.js into the server's table. The tables of Auth.js stay as they are.

BEGIN;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE "MoveCheck" (
    "c1" INTEGER CONSTRAINT "credential_ids_that_are_not_base64" CHECK ("c1" = 0),
    "c2" INTEGER CONSTRAINT "in_credential_with_another_user_or_key" CHECK ("c2" = 0),
    "c3" INTEGER CONSTRAINT "the_new_server_is_in_use" CHECK ("c3" = 0)
);
INSERT INTO "MoveCheck" SELECT
    (SELECT COUNT(*)
     FROM (
       SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
       FROM "Authenticator"
     ) a
     WHERE a."id" = '' OR a."id" ~ '[^A-Za-z0-9_-]'),
    (SELECT COUNT(*)
     FROM (
       SELECT *,
         rtrim(translate("credentialID", '+/', '-_'), '=') AS "id",
         rtrim(translate("credentialPublicKey", '+/', '-_'), '=') AS "publicKey"
       FROM "Authenticator"
     ) a
     JOIN "WebAuthnCredential" c ON c."id" = a."id"
     WHERE c."userId" <> a."userId" OR c."publicKey" <> a."publicKey"),
    (SELECT COUNT(*)
     FROM (
       SELECT *, rtrim(translate("credentialID", '+/', '-_'), '=') AS "id"
       FROM "Authenticator"
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id")
       AND EXISTS (SELECT 1 FROM "WebAuthnCredential" WHERE "createdAt" IS NOT NULL));
DROP TABLE "MoveCheck";

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
