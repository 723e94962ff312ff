-- For an Account table with `@unique` on `userId`, as an older schema has it: a user's second passkey is
-- refused there. The foreign key needs an index, so the new one comes first.

CREATE INDEX `Account_userId_idx` ON `Account`(`userId`);

DROP INDEX `Account_userId_key` ON `Account`;
