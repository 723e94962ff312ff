BEGIN TRY

BEGIN TRAN;

-- CreateTable
CREATE TABLE [dbo].[RecoveryCode] (
    [hash] NVARCHAR(1000) NOT NULL,
    [userId] NVARCHAR(1000) NOT NULL,
    CONSTRAINT [RecoveryCode_pkey] PRIMARY KEY CLUSTERED ([hash])
);

-- CreateIndex
CREATE NONCLUSTERED INDEX [RecoveryCode_userId_idx] ON [dbo].[RecoveryCode]([userId]);

-- AddForeignKey
ALTER TABLE [dbo].[RecoveryCode] ADD CONSTRAINT [RecoveryCode_userId_fkey] FOREIGN KEY ([userId]) REFERENCES [dbo].[User]([id]) ON DELETE CASCADE ON UPDATE CASCADE;

COMMIT TRAN;

END TRY
BEGIN CATCH

IF @@TRANCOUNT > 0
BEGIN
    ROLLBACK TRAN;
END;
THROW

END CATCH
