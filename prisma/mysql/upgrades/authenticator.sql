-- An Authenticator table from older instructions becomes the one that the migration `passkeys` makes, and
-- keeps every row. For a primary key `id`, and for `userId` with `credentialID`.

ALTER TABLE `Account` MODIFY `providerAccountId` VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;

CREATE TABLE `Authenticator_new` (
    `credentialID` VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `userId` VARCHAR(191) NOT NULL,
    `providerAccountId` VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `credentialPublicKey` TEXT NOT NULL,
    `counter` BIGINT NOT NULL,
    `credentialDeviceType` VARCHAR(191) NOT NULL,
    `credentialBackedUp` BOOLEAN NOT NULL,
    `transports` VARCHAR(191) NULL,

    UNIQUE INDEX `Authenticator_credentialID_key`(`credentialID`),
    PRIMARY KEY (`userId`, `credentialID`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO `Authenticator_new` SELECT `credentialID`, `userId`, `providerAccountId`, `credentialPublicKey`, `counter`, `credentialDeviceType`, `credentialBackedUp`, `transports` FROM `Authenticator`;

RENAME TABLE `Authenticator` TO `Authenticator_old`, `Authenticator_new` TO `Authenticator`;

-- Its foreign key goes with it, and the name of that is free.
DROP TABLE `Authenticator_old`;

ALTER TABLE `Authenticator` ADD CONSTRAINT `Authenticator_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `User`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
