-- Copies the passkeys of Auth.js into Better Auth's table. The tables of Auth.js stay as they are.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF EXISTS (SELECT 1
    FROM [dbo].[User]
    WHERE [name] IS NULL OR [name] = '' OR [email] IS NULL OR [email] = '')
    THROW 50000, 'users without name or address. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE a.[id] = '' OR a.[id] COLLATE Latin1_General_BIN2 LIKE '%[^A-Za-z0-9_-]%')
    THROW 50000, 'credential ids that are not base64. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    JOIN [dbo].[Passkey] p ON p.[credentialID] = a.[id]
    WHERE p.[userId] <> a.[userId] OR p.[publicKey] <> a.[credentialPublicKey])
    THROW 50000, 'in passkey with another user or key. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE NOT EXISTS (SELECT 1 FROM [dbo].[Passkey] p WHERE p.[credentialID] = a.[id])
      AND EXISTS (SELECT 1 FROM [dbo].[Passkey])
      AND EXISTS (SELECT 1 FROM [dbo].[BetterAuthSession]))
    THROW 50000, 'better auth is in use. Nothing was changed.', 1;

-- With the extra passkey-details, replace NULL by a.[name], a.[createdAt] and a.[aaguid].
INSERT INTO [dbo].[Passkey] (
    [id], [name], [publicKey], [userId], [credentialID], [counter], [deviceType], [backedUp],
    [transports], [createdAt], [aaguid]
)
SELECT
    a.[id], NULL, a.[credentialPublicKey], a.[userId], a.[id], a.[counter],
    a.[credentialDeviceType], a.[credentialBackedUp], a.[transports], NULL, NULL
FROM (
  SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
  FROM [dbo].[Authenticator]
) a
WHERE NOT EXISTS (SELECT 1 FROM [dbo].[Passkey] p WHERE p.[credentialID] = a.[id]);

UPDATE [dbo].[User] SET [emailConfirmed] = 1 WHERE [emailVerified] IS NOT NULL;

COMMIT TRANSACTION;
