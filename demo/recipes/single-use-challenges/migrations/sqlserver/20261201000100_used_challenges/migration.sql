BEGIN TRY

BEGIN TRAN;

-- CreateTable
CREATE TABLE [dbo].[UsedChallenge] (
    [hash] NVARCHAR(1000) NOT NULL,
    [expires] DATETIME2 NOT NULL,
    CONSTRAINT [UsedChallenge_pkey] PRIMARY KEY CLUSTERED ([hash])
);

-- CreateIndex
CREATE NONCLUSTERED INDEX [UsedChallenge_expires_idx] ON [dbo].[UsedChallenge]([expires]);

COMMIT TRAN;

END TRY
BEGIN CATCH

IF @@TRANCOUNT > 0
BEGIN
    ROLLBACK TRAN;
END;
THROW

END CATCH
