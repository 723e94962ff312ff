-- What only the public demo needs. Readers do not get this file.

-- One row, which /api/health writes.
CREATE TABLE `DemoHealth` (
    `id` INTEGER NOT NULL,
    `checkedAt` BIGINT NOT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
