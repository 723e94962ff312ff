CREATE TABLE `authenticator` (
	`credentialID` varchar(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`userId` varchar(255) NOT NULL,
	`providerAccountId` varchar(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`credentialPublicKey` text NOT NULL,
	`counter` int unsigned NOT NULL,
	`credentialDeviceType` varchar(255) NOT NULL,
	`credentialBackedUp` boolean NOT NULL,
	`transports` varchar(255),
	CONSTRAINT `authenticator_userId_credentialID_pk` PRIMARY KEY(`userId`,`credentialID`),
	CONSTRAINT `authenticator_credentialID_unique` UNIQUE(`credentialID`)
);
--> statement-breakpoint
ALTER TABLE `account` MODIFY COLUMN `providerAccountId` varchar(1364) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;--> statement-breakpoint
ALTER TABLE `authenticator` ADD CONSTRAINT `authenticator_userId_user_id_fk` FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON DELETE cascade ON UPDATE no action;
