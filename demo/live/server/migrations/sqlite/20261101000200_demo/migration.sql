-- What only the public demo needs. Readers do not get this file.

-- Counts attempts. The columns are those that rate-limiter-flexible fills, in its order.
CREATE TABLE "DemoLimit" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" BIGINT
);

-- Accounts are erased by their age.
CREATE INDEX "User_createdAt_idx" ON "User"("createdAt");
