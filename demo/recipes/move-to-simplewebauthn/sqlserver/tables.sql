-- What is written by hand: `COLLATE Latin1_General_BIN2`, and `NONCLUSTERED`. A credential id is base64url,
-- where A and a are different; SQL Server's usual comparison takes them for the same. The longest id is
-- 1,364 characters, which fit into the key of a nonclustered index only.

-- CreateTable
CREATE TABLE [dbo].[WebAuthnCredential] (
    [id] VARCHAR(1364) COLLATE Latin1_General_BIN2 NOT NULL,
    [userId] NVARCHAR(1000) NOT NULL,
    [publicKey] VARCHAR(max) NOT NULL,
    [counter] BIGINT NOT NULL,
    [deviceType] NVARCHAR(1000) NOT NULL,
    [backedUp] BIT NOT NULL,
    [transports] NVARCHAR(1000),
    [createdAt] DATETIME2,
    CONSTRAINT [WebAuthnCredential_pkey] PRIMARY KEY NONCLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[WebAuthnChallenge] (
    [id] NVARCHAR(1000) NOT NULL,
    [challenge] NVARCHAR(1000) NOT NULL,
    [userId] NVARCHAR(1000),
    [expires] DATETIME2 NOT NULL,
    CONSTRAINT [WebAuthnChallenge_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateIndex
CREATE NONCLUSTERED INDEX [WebAuthnCredential_userId_idx] ON [dbo].[WebAuthnCredential]([userId]);

-- AddForeignKey
ALTER TABLE [dbo].[WebAuthnCredential] ADD CONSTRAINT [WebAuthnCredential_userId_fkey] FOREIGN KEY ([userId]) REFERENCES [dbo].[User]([id]) ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE NONCLUSTERED INDEX [WebAuthnChallenge_expires_idx] ON [dbo].[WebAuthnChallenge]([expires]);
