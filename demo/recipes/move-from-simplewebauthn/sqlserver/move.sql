-- Copies the passkeys of SimpleWebAuthn's table into those of Auth.js. That table stays as it is.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF EXISTS (SELECT 1
    FROM [dbo].[WebAuthnCredential] c JOIN [dbo].[User] u ON u.[id] = c.[userId]
    WHERE u.[email] IS NULL OR u.[email] = '')
    THROW 50000, 'users without address. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM [dbo].[WebAuthnCredential]
    WHERE LEN([id]) % 4 = 1 OR [id] COLLATE Latin1_General_BIN2 LIKE '%[^A-Za-z0-9_-]%'
      OR LEN([publicKey]) % 4 = 1 OR [publicKey] COLLATE Latin1_General_BIN2 LIKE '%[^A-Za-z0-9_-]%')
    THROW 50000, 'ids or keys that are not base64url. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *,
        REPLACE(REPLACE([id], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([id]) % 4) % 4) AS [credentialID],
        REPLACE(REPLACE([publicKey], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([publicKey]) % 4) % 4) AS [base64Key]
      FROM [dbo].[WebAuthnCredential]
    ) c
    JOIN [dbo].[Authenticator] a ON a.[credentialID] = c.[credentialID]
    WHERE a.[userId] <> c.[userId] OR a.[credentialPublicKey] <> c.[base64Key])
    THROW 50000, 'in authenticator with another user or key. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *,
        REPLACE(REPLACE([id], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([id]) % 4) % 4) AS [credentialID],
        REPLACE(REPLACE([publicKey], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([publicKey]) % 4) % 4) AS [base64Key]
      FROM [dbo].[WebAuthnCredential]
    ) c
    JOIN [dbo].[Account] x ON x.[providerAccountId] = c.[credentialID] AND x.[provider] = 'passkey'
    WHERE x.[userId] <> c.[userId])
    THROW 50000, 'in account with another user. Nothing was changed.', 1;

INSERT INTO [dbo].[Account] (
    [userId], [type], [provider], [providerAccountId], [updatedAt]
)
SELECT
    c.[userId], 'webauthn', 'passkey', c.[credentialID], CURRENT_TIMESTAMP
FROM (
  SELECT *,
    REPLACE(REPLACE([id], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([id]) % 4) % 4) AS [credentialID],
    REPLACE(REPLACE([publicKey], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([publicKey]) % 4) % 4) AS [base64Key]
  FROM [dbo].[WebAuthnCredential]
) c
WHERE NOT EXISTS (SELECT 1 FROM [dbo].[Account] x
  WHERE x.[providerAccountId] = c.[credentialID] AND x.[provider] = 'passkey');

INSERT INTO [dbo].[Authenticator] (
    [credentialID], [userId], [providerAccountId], [credentialPublicKey], [counter],
    [credentialDeviceType], [credentialBackedUp], [transports]
)
SELECT
    c.[credentialID], c.[userId], c.[credentialID], c.[base64Key], c.[counter], c.[deviceType],
    c.[backedUp], NULLIF(c.[transports], '')
FROM (
  SELECT *,
    REPLACE(REPLACE([id], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([id]) % 4) % 4) AS [credentialID],
    REPLACE(REPLACE([publicKey], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([publicKey]) % 4) % 4) AS [base64Key]
  FROM [dbo].[WebAuthnCredential]
) c
WHERE NOT EXISTS (SELECT 1 FROM [dbo].[Authenticator] a WHERE a.[credentialID] = c.[credentialID]);

COMMIT TRANSACTION;
