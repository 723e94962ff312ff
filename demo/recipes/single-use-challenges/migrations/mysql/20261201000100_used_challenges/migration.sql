-- CreateTable
CREATE TABLE `UsedChallenge` (
    `hash` VARCHAR(191) NOT NULL,
    `expires` DATETIME(3) NOT NULL,

    INDEX `UsedChallenge_expires_idx`(`expires`),
    PRIMARY KEY (`hash`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
