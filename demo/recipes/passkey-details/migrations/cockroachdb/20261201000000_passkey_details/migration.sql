-- AlterTable
ALTER TABLE "Authenticator" ADD COLUMN     "aaguid" STRING;
ALTER TABLE "Authenticator" ADD COLUMN     "createdAt" TIMESTAMP(3);
ALTER TABLE "Authenticator" ADD COLUMN     "lastUsedAt" TIMESTAMP(3);
ALTER TABLE "Authenticator" ADD COLUMN     "name" STRING;
ALTER TABLE "Authenticator" ADD COLUMN     "userHandle" STRING;
