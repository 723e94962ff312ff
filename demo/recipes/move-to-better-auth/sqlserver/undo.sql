-- Goes back to Auth.js: takes over the counters, and empties Better Auth's tables.

SET XACT_ABORT ON;

BEGIN TRANSACTION;

IF EXISTS (SELECT 1
    FROM [dbo].[Passkey] WHERE [id] <> [credentialID])
    THROW 50000, 'passkeys added since the move. Nothing was changed.', 1;

IF EXISTS (SELECT 1
    FROM (
      SELECT *, REPLACE(REPLACE(REPLACE([credentialID], '+', '-'), '/', '_'), '=', '') AS [id]
      FROM [dbo].[Authenticator]
    ) a
    WHERE NOT EXISTS (SELECT 1 FROM [dbo].[Passkey] p WHERE p.[credentialID] = a.[id])
      AND EXISTS (SELECT 1 FROM [dbo].[Passkey]))
    THROW 50000, 'passkeys missing in passkey. Nothing was changed.', 1;

UPDATE a SET [counter] = p.[counter]
FROM [dbo].[Authenticator] a JOIN [dbo].[Passkey] p
  ON p.[credentialID] = REPLACE(REPLACE(REPLACE(a.[credentialID], '+', '-'), '/', '_'), '=', '')
WHERE p.[counter] > a.[counter];

DELETE FROM [dbo].[Passkey];
DELETE FROM [dbo].[BetterAuthSession];
DELETE FROM [dbo].[BetterAuthVerification];

UPDATE [dbo].[User] SET [emailConfirmed] = 0;

COMMIT TRANSACTION;
