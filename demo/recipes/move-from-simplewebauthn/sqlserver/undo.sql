-- Goes back to SimpleWebAuthn's table: takes over the counters, and empties Auth.js's of passkeys.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE NOT EXISTS (SELECT 1 FROM [dbo].[WebAuthnCredential] c WHERE c.[id] = a.[id]))
    THROW 50000, 'passkeys added since the move. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *,
        REPLACE(REPLACE([id], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([id]) % 4) % 4) AS [credentialID],
        REPLACE(REPLACE([publicKey], '-', '+'), '_', '/') + REPLICATE('=', (4 - LEN([publicKey]) % 4) % 4) AS [base64Key]
      FROM [dbo].[WebAuthnCredential]
    ) c
    WHERE NOT EXISTS (SELECT 1 FROM [dbo].[Authenticator] a WHERE a.[credentialID] = c.[credentialID])
      AND EXISTS (SELECT 1 FROM [dbo].[Authenticator]))
    THROW 50000, 'passkeys missing in authenticator. Nothing was changed.', 1;

UPDATE c SET [counter] = a.[counter]
FROM [dbo].[WebAuthnCredential] c JOIN [dbo].[Authenticator] a
  ON c.[id] = REPLACE(REPLACE(REPLACE(a.[credentialID], '+', '-'), '/', '_'), '=', '')
WHERE a.[counter] > c.[counter];

DELETE FROM [dbo].[Authenticator];
DELETE FROM [dbo].[Account] WHERE [provider] = 'passkey';

COMMIT TRANSACTION;
