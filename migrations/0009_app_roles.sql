CREATE TABLE `app_roles` (
	`project_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `user_id`, `role`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `app_roles_user` ON `app_roles` (`user_id`);--> statement-breakpoint
CREATE TABLE `invited_app_roles` (
	`project_id` text NOT NULL,
	`invite_id` text NOT NULL,
	`role` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `invite_id`, `role`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invite_id`) REFERENCES `invites`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invited_app_roles_invite` ON `invited_app_roles` (`invite_id`);--> statement-breakpoint
-- As with the roles of migration 0008: whoever writes it, the connections of whom it concerns are marked.
CREATE TRIGGER `access_app_role_given` AFTER INSERT ON `app_roles`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` = new.`user_id` AND `project_id` = new.`project_id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_app_role_taken` AFTER DELETE ON `app_roles`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` = old.`user_id` AND `project_id` = old.`project_id`; END;
