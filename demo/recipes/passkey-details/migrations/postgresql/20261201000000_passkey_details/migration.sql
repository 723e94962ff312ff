-- AlterTable
ALTER TABLE "Authenticator" ADD COLUMN     "aaguid" TEXT,
ADD COLUMN     "createdAt" TIMESTAMP(3),
ADD COLUMN     "lastUsedAt" TIMESTAMP(3),
ADD COLUMN     "name" TEXT,
ADD COLUMN     "userHandle" TEXT;
