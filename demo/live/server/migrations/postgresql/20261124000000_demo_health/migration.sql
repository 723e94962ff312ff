-- What only the public demo needs. Readers do not get this file.

-- One row, which /api/health writes.
CREATE TABLE "DemoHealth" (
    "id" INTEGER NOT NULL,
    "checkedAt" BIGINT NOT NULL,

    CONSTRAINT "DemoHealth_pkey" PRIMARY KEY ("id")
);
