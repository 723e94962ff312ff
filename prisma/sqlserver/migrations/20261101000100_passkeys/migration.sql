-- What is written by hand: `COLLATE Latin1_General_BIN2`. A credential id is base64, where A and a are
-- different; SQL Server's usual comparison takes them for the same, and lets one passkey stand for
-- another. The longest id, 1,023 bytes, is 1,364 characters. As VARCHAR they fit into the key of a
-- nonclustered index (1,700 bytes), into that of a clustered one (900 bytes) they do not.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

-- What is no VARCHAR would be changed to question marks.
IF EXISTS (SELECT 1 FROM [dbo].[Account] WHERE [providerAccountId] COLLATE Latin1_General_BIN2 <> CAST(CAST([providerAccountId] AS VARCHAR(1364)) AS NVARCHAR(1364)) COLLATE Latin1_General_BIN2)
    THROW 50000, 'An Account has a providerAccountId that VARCHAR cannot hold. Nothing was changed.', 1;

-- AlterTable
ALTER TABLE [dbo].[Account] DROP CONSTRAINT [Account_pkey];
ALTER TABLE [dbo].[Account] ALTER COLUMN [providerAccountId] VARCHAR(1364) COLLATE Latin1_General_BIN2 NOT NULL;
ALTER TABLE [dbo].[Account] ADD CONSTRAINT [Account_pkey] PRIMARY KEY NONCLUSTERED ([provider],[providerAccountId]);

-- CreateTable
CREATE TABLE [dbo].[Authenticator] (
    [credentialID] VARCHAR(1364) COLLATE Latin1_General_BIN2 NOT NULL,
    [userId] NVARCHAR(1000) NOT NULL,
    [providerAccountId] VARCHAR(1364) COLLATE Latin1_General_BIN2 NOT NULL,
    [credentialPublicKey] VARCHAR(max) NOT NULL,
    [counter] BIGINT NOT NULL,
    [credentialDeviceType] NVARCHAR(1000) NOT NULL,
    [credentialBackedUp] BIT NOT NULL,
    [transports] NVARCHAR(1000),
    CONSTRAINT [Authenticator_pkey] PRIMARY KEY NONCLUSTERED ([userId],[credentialID]),
    CONSTRAINT [Authenticator_credentialID_key] UNIQUE NONCLUSTERED ([credentialID])
);

-- AddForeignKey
ALTER TABLE [dbo].[Authenticator] ADD CONSTRAINT [Authenticator_userId_fkey] FOREIGN KEY ([userId]) REFERENCES [dbo].[User]([id]) ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT TRANSACTION;
