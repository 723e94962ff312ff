-- Goes back to SimpleWebAuthn's table: takes over the counters, and empties Auth.js's of passkeys.

START TRANSACTION;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE `MoveCheck` (
    `c1` INTEGER,
    CONSTRAINT `passkeys_added_since_the_move` CHECK (`c1` = 0),
    `c2` INTEGER,
    CONSTRAINT `passkeys_missing_in_authenticator` CHECK (`c2` = 0)
);
INSERT INTO `MoveCheck` SELECT
    (SELECT COUNT(*)
     FROM (
       SELECT *, TRIM(TRAILING '=' FROM REPLACE(REPLACE(`credentialID`, '+', '-'), '/', '_')) AS `id`
       FROM `Authenticator`
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM `WebAuthnCredential` c WHERE c.`id` = a.`id`)),
    (SELECT COUNT(*)
     FROM (
       SELECT *,
         CONCAT(REPLACE(REPLACE(`id`, '-', '+'), '_', '/'), REPEAT('=', (4 - CHAR_LENGTH(`id`) % 4) % 4)) AS `credentialID`,
         CONCAT(REPLACE(REPLACE(`publicKey`, '-', '+'), '_', '/'), REPEAT('=', (4 - CHAR_LENGTH(`publicKey`) % 4) % 4)) AS `base64Key`
       FROM `WebAuthnCredential`
     ) c
     WHERE NOT EXISTS (SELECT 1 FROM `Authenticator` a WHERE a.`credentialID` = c.`credentialID`)
       AND EXISTS (SELECT 1 FROM `Authenticator`));
DROP TEMPORARY TABLE `MoveCheck`;

UPDATE `WebAuthnCredential` c JOIN `Authenticator` a
  ON c.`id` = TRIM(TRAILING '=' FROM REPLACE(REPLACE(a.`credentialID`, '+', '-'), '/', '_'))
SET c.`counter` = a.`counter`
WHERE a.`counter` > c.`counter`;

DELETE FROM `Authenticator`;
DELETE FROM `Account` WHERE `provider` = 'passkey';

COMMIT;
