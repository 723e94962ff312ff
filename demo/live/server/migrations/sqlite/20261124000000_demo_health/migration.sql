-- What only the public demo needs. Readers do not get this file.

-- One row, which /api/health writes.
CREATE TABLE "DemoHealth" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "checkedAt" BIGINT NOT NULL
);
