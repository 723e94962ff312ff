-- Goes back to Auth.js: takes over the counters, and empties the server's tables.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF EXISTS (SELECT 1
    FROM [dbo].[WebAuthnCredential] WHERE [createdAt] IS NOT NULL)
    THROW 50000, 'passkeys added since the move. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE NOT EXISTS (SELECT 1 FROM [dbo].[WebAuthnCredential] c WHERE c.[id] = a.[id])
      AND EXISTS (SELECT 1 FROM [dbo].[WebAuthnCredential]))
    THROW 50000, 'passkeys missing in credential. Nothing was changed.', 1;

UPDATE a SET [counter] = c.[counter]
FROM [dbo].[Authenticator] a JOIN [dbo].[WebAuthnCredential] c
  ON c.[id] = REPLACE(REPLACE(REPLACE(a.[credentialID], '+', '-'), '/', '_'), '=', '')
WHERE c.[counter] > a.[counter];

DELETE FROM [dbo].[WebAuthnCredential];
DELETE FROM [dbo].[WebAuthnChallenge];

COMMIT TRANSACTION;
