-- Copies the passkeys of Auth.js into the server's table. The tables of Auth.js stay as they are.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE a.[id] = '' OR a.[id] COLLATE Latin1_General_BIN2 LIKE '%[^A-Za-z0-9_-]%')
    THROW 50000, 'credential ids that are not base64. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *,
        REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id],
        REPLACE(REPLACE(REPLACE([credentialPublicKey], '+', '-'), '/', '_'), '=', '') AS [publicKey]
      FROM [dbo].[Authenticator]
    ) a
    JOIN [dbo].[WebAuthnCredential] c ON c.[id] = a.[id]
    WHERE c.[userId] <> a.[userId] OR c.[publicKey] <> a.[publicKey])
    THROW 50000, 'in credential with another user or key. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE NOT EXISTS (SELECT 1 FROM [dbo].[WebAuthnCredential] c WHERE c.[id] = a.[id])
      AND EXISTS (SELECT 1 FROM [dbo].[WebAuthnCredential] WHERE [createdAt] IS NOT NULL))
    THROW 50000, 'the new server is in use. Nothing was changed.', 1;

INSERT INTO [dbo].[WebAuthnCredential] (
    [id], [userId], [publicKey], [counter], [deviceType], [backedUp], [transports]
)
SELECT
    a.[id], a.[userId], a.[publicKey], a.[counter], a.[credentialDeviceType],
    a.[credentialBackedUp], a.[transports]
FROM (
  SELECT *,
    REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id],
    REPLACE(REPLACE(REPLACE([credentialPublicKey], '+', '-'), '/', '_'), '=', '') AS [publicKey]
  FROM [dbo].[Authenticator]
) a
WHERE NOT EXISTS (SELECT 1 FROM [dbo].[WebAuthnCredential] c WHERE c.[id] = a.[id]);

COMMIT TRANSACTION;
