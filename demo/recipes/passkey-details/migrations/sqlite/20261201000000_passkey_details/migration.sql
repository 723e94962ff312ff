-- AlterTable
ALTER TABLE "Authenticator" ADD COLUMN "aaguid" TEXT;
ALTER TABLE "Authenticator" ADD COLUMN "createdAt" DATETIME;
ALTER TABLE "Authenticator" ADD COLUMN "lastUsedAt" DATETIME;
ALTER TABLE "Authenticator" ADD COLUMN "name" TEXT;
ALTER TABLE "Authenticator" ADD COLUMN "userHandle" TEXT;
