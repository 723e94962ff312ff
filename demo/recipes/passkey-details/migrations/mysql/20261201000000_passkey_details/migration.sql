-- AlterTable
ALTER TABLE `Authenticator` ADD COLUMN `aaguid` VARCHAR(191) NULL,
    ADD COLUMN `createdAt` DATETIME(3) NULL,
    ADD COLUMN `lastUsedAt` DATETIME(3) NULL,
    ADD COLUMN `name` VARCHAR(191) NULL,
    ADD COLUMN `userHandle` VARCHAR(191) NULL;
