-- CreateTable
CREATE TABLE "WebAuthnCredential" (
    "id" STRING NOT NULL,
    "userId" STRING NOT NULL,
    "publicKey" STRING NOT NULL,
    "counter" INT8 NOT NULL,
    "deviceType" STRING NOT NULL,
    "backedUp" BOOL NOT NULL,
    "transports" STRING,
    "createdAt" TIMESTAMP(3),

    CONSTRAINT "WebAuthnCredential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebAuthnChallenge" (
    "id" STRING NOT NULL,
    "challenge" STRING NOT NULL,
    "userId" STRING,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WebAuthnChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WebAuthnCredential_userId_idx" ON "WebAuthnCredential"("userId");

-- CreateIndex
CREATE INDEX "WebAuthnChallenge_expires_idx" ON "WebAuthnChallenge"("expires");

-- AddForeignKey
ALTER TABLE "WebAuthnCredential" ADD CONSTRAINT "WebAuthnCredential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
