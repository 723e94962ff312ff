-- What is written by hand: `COLLATE Latin1_General_BIN2`, and `NONCLUSTERED`. A credential id is base64url,
-- where A and a are different; SQL Server's usual comparison takes them for the same. The longest id is
-- 1,364 characters, which fit into the key of a nonclustered index only.

-- AlterTable
ALTER TABLE [dbo].[User] ADD [emailConfirmed] BIT CONSTRAINT [User_emailConfirmed_df] DEFAULT 0 WITH VALUES;

-- CreateTable
CREATE TABLE [dbo].[Passkey] (
    [id] VARCHAR(1364) COLLATE Latin1_General_BIN2 NOT NULL,
    [name] NVARCHAR(1000),
    [publicKey] VARCHAR(max) NOT NULL,
    [userId] NVARCHAR(1000) NOT NULL,
    [credentialID] VARCHAR(1364) COLLATE Latin1_General_BIN2 NOT NULL,
    [counter] FLOAT(53) NOT NULL,
    [deviceType] NVARCHAR(1000) NOT NULL,
    [backedUp] BIT NOT NULL,
    [transports] NVARCHAR(1000),
    [createdAt] DATETIME2,
    [aaguid] NVARCHAR(1000),
    CONSTRAINT [Passkey_pkey] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [Passkey_credentialID_key] UNIQUE NONCLUSTERED ([credentialID])
);

-- CreateTable
CREATE TABLE [dbo].[BetterAuthSession] (
    [id] NVARCHAR(1000) NOT NULL,
    [expiresAt] DATETIME2 NOT NULL,
    [token] NVARCHAR(1000) NOT NULL,
    [createdAt] DATETIME2 NOT NULL CONSTRAINT [BetterAuthSession_createdAt_df] DEFAULT CURRENT_TIMESTAMP,
    [updatedAt] DATETIME2 NOT NULL,
    [ipAddress] NVARCHAR(1000),
    [userAgent] NVARCHAR(max),
    [userId] NVARCHAR(1000) NOT NULL,
    CONSTRAINT [BetterAuthSession_pkey] PRIMARY KEY CLUSTERED ([id]),
    CONSTRAINT [BetterAuthSession_token_key] UNIQUE NONCLUSTERED ([token])
);

-- CreateTable
CREATE TABLE [dbo].[BetterAuthAccount] (
    [id] NVARCHAR(1000) NOT NULL,
    [accountId] NVARCHAR(1000) NOT NULL,
    [providerId] NVARCHAR(1000) NOT NULL,
    [userId] NVARCHAR(1000) NOT NULL,
    [accessToken] NVARCHAR(max),
    [refreshToken] NVARCHAR(max),
    [idToken] NVARCHAR(max),
    [accessTokenExpiresAt] DATETIME2,
    [refreshTokenExpiresAt] DATETIME2,
    [scope] NVARCHAR(max),
    [password] NVARCHAR(1000),
    [createdAt] DATETIME2 NOT NULL CONSTRAINT [BetterAuthAccount_createdAt_df] DEFAULT CURRENT_TIMESTAMP,
    [updatedAt] DATETIME2 NOT NULL,
    CONSTRAINT [BetterAuthAccount_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[BetterAuthVerification] (
    [id] NVARCHAR(1000) NOT NULL,
    [identifier] NVARCHAR(1000) NOT NULL,
    [value] NVARCHAR(max) NOT NULL,
    [expiresAt] DATETIME2 NOT NULL,
    [createdAt] DATETIME2 NOT NULL CONSTRAINT [BetterAuthVerification_createdAt_df] DEFAULT CURRENT_TIMESTAMP,
    [updatedAt] DATETIME2 NOT NULL,
    CONSTRAINT [BetterAuthVerification_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateIndex
CREATE NONCLUSTERED INDEX [Passkey_userId_idx] ON [dbo].[Passkey]([userId]);

-- AddForeignKey
ALTER TABLE [dbo].[Passkey] ADD CONSTRAINT [Passkey_userId_fkey] FOREIGN KEY ([userId]) REFERENCES [dbo].[User]([id]) ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE NONCLUSTERED INDEX [BetterAuthSession_userId_idx] ON [dbo].[BetterAuthSession]([userId]);

-- AddForeignKey
ALTER TABLE [dbo].[BetterAuthSession] ADD CONSTRAINT [BetterAuthSession_userId_fkey] FOREIGN KEY ([userId]) REFERENCES [dbo].[User]([id]) ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE NONCLUSTERED INDEX [BetterAuthAccount_userId_idx] ON [dbo].[BetterAuthAccount]([userId]);

-- AddForeignKey
ALTER TABLE [dbo].[BetterAuthAccount] ADD CONSTRAINT [BetterAuthAccount_userId_fkey] FOREIGN KEY ([userId]) REFERENCES [dbo].[User]([id]) ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE NONCLUSTERED INDEX [BetterAuthVerification_identifier_idx] ON [dbo].[BetterAuthVerification]([identifier]);
