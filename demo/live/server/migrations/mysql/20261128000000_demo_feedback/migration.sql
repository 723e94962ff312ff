-- What only the public demo needs. Readers do not get this file.

-- What readers think of a page. A visitor counts once.
CREATE TABLE `DemoFeedback` (
    `page` VARCHAR(191) COLLATE utf8mb4_bin NOT NULL,
    `visitor` VARCHAR(22) COLLATE utf8mb4_bin NOT NULL,
    `helpful` INTEGER NOT NULL,
    `sentence` VARCHAR(280) NOT NULL,
    `votedAt` BIGINT NOT NULL,

    PRIMARY KEY (`page`, `visitor`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Votes are deleted by their age.
CREATE INDEX `DemoFeedback_votedAt_idx` ON `DemoFeedback`(`votedAt`);
