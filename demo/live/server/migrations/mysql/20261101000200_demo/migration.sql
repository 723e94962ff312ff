-- What only the public demo needs. Readers do not get this file.

-- Counts attempts. The columns are those that rate-limiter-flexible fills, in its order.
CREATE TABLE `DemoLimit` (
    `key` VARCHAR(191) COLLATE utf8mb4_bin NOT NULL,
    `points` INTEGER NOT NULL,
    `expire` BIGINT NULL,

    PRIMARY KEY (`key`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Accounts are erased by their age.
CREATE INDEX `User_createdAt_idx` ON `User`(`createdAt`);
