-- An Authenticator table from older instructions becomes the one that the migration `passkeys` makes, and
-- keeps every row. For a primary key `id`, and for `userId` with `credentialID`.

ALTER TABLE "Authenticator" DROP CONSTRAINT IF EXISTS "Authenticator_pkey";

ALTER TABLE "Authenticator" DROP COLUMN IF EXISTS "id";

ALTER TABLE "Authenticator" ALTER COLUMN "credentialID" TYPE TEXT, ALTER COLUMN "providerAccountId" TYPE TEXT, ALTER COLUMN "credentialPublicKey" TYPE TEXT, ALTER COLUMN "counter" TYPE BIGINT;

ALTER TABLE "Authenticator" ADD CONSTRAINT "Authenticator_pkey" PRIMARY KEY ("userId","credentialID");

CREATE UNIQUE INDEX IF NOT EXISTS "Authenticator_credentialID_key" ON "Authenticator"("credentialID");

ALTER TABLE "Authenticator" DROP CONSTRAINT IF EXISTS "Authenticator_userId_fkey";

ALTER TABLE "Authenticator" ADD CONSTRAINT "Authenticator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
