CREATE TABLE `live_connections` (
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`sign_in` text NOT NULL,
	`user_id` text,
	`project_id` text NOT NULL,
	`mark` text,
	PRIMARY KEY(`object_id`, `sign_in`)
);
--> statement-breakpoint
CREATE INDEX `live_connections_sign_in` ON `live_connections` (`sign_in`);--> statement-breakpoint
CREATE INDEX `live_connections_user` ON `live_connections` (`user_id`);--> statement-breakpoint
CREATE INDEX `live_connections_project` ON `live_connections` (`project_id`);--> statement-breakpoint
CREATE INDEX `live_connections_marked` ON `live_connections` (`mark`) WHERE "live_connections"."mark" is not null;--> statement-breakpoint
ALTER TABLE `projects` ADD `share_number` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Whoever writes it: what access hangs on marks the connections that are bound to it.
CREATE TRIGGER `access_session_ended` AFTER DELETE ON `auth_sessions`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `sign_in` = old.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_session_shortened` AFTER UPDATE OF `user_id`, `expires_at` ON `auth_sessions`
WHEN new.`user_id` <> old.`user_id` OR new.`expires_at` < old.`expires_at`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `sign_in` = old.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_token_ended` AFTER DELETE ON `apikeys`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `sign_in` = old.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_token_changed` AFTER UPDATE OF `reference_id`, `enabled`, `expires_at`, `metadata` ON `apikeys`
WHEN new.`reference_id` <> old.`reference_id` OR new.`enabled` IS NOT old.`enabled` OR new.`expires_at` IS NOT old.`expires_at` OR new.`metadata` IS NOT old.`metadata`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `sign_in` = old.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_member_changed` AFTER UPDATE OF `role`, `user_id`, `organization_id` ON `members`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` IN (old.`user_id`, new.`user_id`); END;
--> statement-breakpoint
CREATE TRIGGER `access_member_removed` AFTER DELETE ON `members`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` = old.`user_id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_project_role_set` AFTER INSERT ON `project_roles`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` = new.`user_id` AND `project_id` = new.`project_id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_project_role_changed` AFTER UPDATE ON `project_roles`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` = new.`user_id` AND `project_id` = new.`project_id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_project_role_cleared` AFTER DELETE ON `project_roles`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `user_id` = old.`user_id` AND `project_id` = old.`project_id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_project_ended` AFTER UPDATE OF `deleted_at`, `organization_id` ON `projects`
WHEN new.`deleted_at` IS NOT old.`deleted_at` OR new.`organization_id` <> old.`organization_id`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `project_id` = new.`id`; END;
--> statement-breakpoint
CREATE TRIGGER `access_project_removed` AFTER DELETE ON `projects`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `project_id` = old.`id`; END;
--> statement-breakpoint
-- Whom the app.json lets in may be others in another version.
CREATE TRIGGER `access_link_changed` AFTER UPDATE OF `current_version`, `share_number` ON `projects`
WHEN new.`current_version` IS NOT old.`current_version` OR new.`share_number` <> old.`share_number`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `project_id` = new.`id` AND `sign_in` = 'link'; END;
--> statement-breakpoint
CREATE TRIGGER `access_organization_ended` AFTER UPDATE OF `deleted_at` ON `organizations`
WHEN new.`deleted_at` IS NOT old.`deleted_at`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8))
  WHERE `project_id` IN (SELECT `id` FROM `projects` WHERE `organization_id` = new.`id`); END;
