-- Goes back to SimpleWebAuthn's table: takes over the counters, and empties Auth.js's of passkeys.

BEGIN IMMEDIATE;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE "MoveCheck" (
    "c1" INTEGER CONSTRAINT "passkeys_added_since_the_move" CHECK ("c1" = 0),
    "c2" INTEGER CONSTRAINT "passkeys_missing_in_authenticator" CHECK ("c2" = 0)
);
INSERT INTO "MoveCheck" SELECT
    (SELECT COUNT(*)
     FROM (
       SELECT *, rtrim(replace(replace("credentialID", '+', '-'), '/', '_'), '=') AS "id"
       FROM "Authenticator"
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM "WebAuthnCredential" c WHERE c."id" = a."id")),
    (SELECT COUNT(*)
     FROM (
       SELECT *,
         replace(replace("id", '-', '+'), '_', '/') || substr('===', 1, (4 - length("id") % 4) % 4) AS "credentialID",
         replace(replace("publicKey", '-', '+'), '_', '/') || substr('===', 1, (4 - length("publicKey") % 4) % 4) AS "base64Key"
       FROM "WebAuthnCredential"
     ) c
     WHERE NOT EXISTS (SELECT 1 FROM "Authenticator" a WHERE a."credentialID" = c."credentialID")
       AND EXISTS (SELECT 1 FROM "Authenticator"));
DROP TABLE "MoveCheck";

UPDATE "WebAuthnCredential" AS c
SET "counter" = a."counter"
FROM "Authenticator" a
WHERE c."id" = rtrim(replace(replace(a."credentialID", '+', '-'), '/', '_'), '=')
  AND a."counter" > c."counter";

DELETE FROM "Authenticator";
DELETE FROM "Account" WHERE "provider" = 'passkey';

COMMIT;
