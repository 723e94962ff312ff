-- Copies the passkeys of Auth.js into Better Auth's table. The tables of Auth.js stay as they are.

START TRANSACTION;

-- If a count isn't 0, the constraint with its name stops the script, and nothing is changed.
CREATE TEMPORARY TABLE `MoveCheck` (
    `c1` INTEGER,
    CONSTRAINT `users_without_name_or_address` CHECK (`c1` = 0),
    `c2` INTEGER,
    CONSTRAINT `credential_ids_that_are_not_base64` CHECK (`c2` = 0),
    `c3` INTEGER,
    CONSTRAINT `in_passkey_with_another_user_or_key` CHECK (`c3` = 0),
    `c4` INTEGER,
    CONSTRAINT `better_auth_is_in_use` CHECK (`c4` = 0)
);
INSERT INTO `MoveCheck` SELECT
    (SELECT COUNT(*)
     FROM `User`
     WHERE `name` IS NULL OR `name` = '' OR `email` IS NULL OR `email` = ''),
    (SELECT COUNT(*)
     FROM (
       SELECT *, TRIM(TRAILING '=' FROM REPLACE(REPLACE(`credentialID`, '+', '-'), '/', '_')) AS `id`
       FROM `Authenticator`
     ) a
     WHERE a.`id` = '' OR a.`id` REGEXP '[^A-Za-z0-9_-]'),
    (SELECT COUNT(*)
     FROM (
       SELECT *, TRIM(TRAILING '=' FROM REPLACE(REPLACE(`credentialID`, '+', '-'), '/', '_')) AS `id`
       FROM `Authenticator`
     ) a
     JOIN `Passkey` p ON p.`credentialID` = a.`id`
     WHERE p.`userId` <> a.`userId` OR p.`publicKey` <> a.`credentialPublicKey`),
    (SELECT COUNT(*)
     FROM (
       SELECT *, TRIM(TRAILING '=' FROM REPLACE(REPLACE(`credentialID`, '+', '-'), '/', '_')) AS `id`
       FROM `Authenticator`
     ) a
     WHERE NOT EXISTS (SELECT 1 FROM `Passkey` p WHERE p.`credentialID` = a.`id`)
       AND EXISTS (SELECT 1 FROM `Passkey`)
       AND EXISTS (SELECT 1 FROM `BetterAuthSession`));
DROP TEMPORARY TABLE `MoveCheck`;

-- With the extra passkey-details, replace NULL by a.`name`, a.`createdAt` and a.`aaguid`.
INSERT INTO `Passkey` (
    `id`, `name`, `publicKey`, `userId`, `credentialID`, `counter`, `deviceType`, `backedUp`,
    `transports`, `createdAt`, `aaguid`
)
SELECT
    a.`id`, NULL, a.`credentialPublicKey`, a.`userId`, a.`id`, a.`counter`,
    a.`credentialDeviceType`, a.`credentialBackedUp`, a.`transports`, NULL, NULL
FROM (
  SELECT *, TRIM(TRAILING '=' FROM REPLACE(REPLACE(`credentialID`, '+', '-'), '/', '_')) AS `id`
  FROM `Authenticator`
) a
WHERE NOT EXISTS (SELECT 1 FROM `Passkey` p WHERE p.`credentialID` = a.`id`);

UPDATE `User` SET `emailConfirmed` = true WHERE `emailVerified` IS NOT NULL;

COMMIT;
