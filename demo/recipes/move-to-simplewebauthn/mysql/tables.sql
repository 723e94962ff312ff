-- What is written by hand: `CHARACTER SET ascii COLLATE ascii_bin`. A credential id is base64url, where A
-- and a are different; MySQL's own comparison takes them for the same.

-- CreateTable
CREATE TABLE `WebAuthnCredential` (
    `id` VARCHAR(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    `userId` VARCHAR(191) NOT NULL,
    `publicKey` TEXT NOT NULL,
    `counter` BIGINT NOT NULL,
    `deviceType` VARCHAR(191) NOT NULL,
    `backedUp` BOOLEAN NOT NULL,
    `transports` VARCHAR(191) NULL,
    `createdAt` DATETIME(3) NULL,
    INDEX `WebAuthnCredential_userId_idx`(`userId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `WebAuthnChallenge` (
    `id` VARCHAR(191) NOT NULL,
    `challenge` VARCHAR(191) NOT NULL,
    `userId` VARCHAR(191) NULL,
    `expires` DATETIME(3) NOT NULL,
    INDEX `WebAuthnChallenge_expires_idx`(`expires`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- AddForeignKey
ALTER TABLE `WebAuthnCredential` ADD CONSTRAINT `WebAuthnCredential_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `User`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
