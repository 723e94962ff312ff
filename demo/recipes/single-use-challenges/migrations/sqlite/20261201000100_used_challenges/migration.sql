-- CreateTable
CREATE TABLE "UsedChallenge" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "expires" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "UsedChallenge_expires_idx" ON "UsedChallenge"("expires");
