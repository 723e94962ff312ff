-- CreateTable
CREATE TABLE "UsedChallenge" (
    "hash" STRING NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UsedChallenge_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "UsedChallenge_expires_idx" ON "UsedChallenge"("expires");
