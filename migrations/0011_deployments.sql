CREATE TABLE `deployments` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`provider` text NOT NULL,
	`environment` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`url` text NOT NULL,
	`build_of` text NOT NULL,
	`origin` text NOT NULL,
	`accepts` text NOT NULL,
	`error` text,
	`log` text DEFAULT '[]' NOT NULL,
	`stopping` integer DEFAULT false NOT NULL,
	`fence` integer DEFAULT 0 NOT NULL,
	`held_until` integer,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `deployments_project` ON `deployments` (`project_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `deployments_open` ON `deployments` (`project_id`) WHERE "deployments"."status" in ('queued', 'building', 'migrating', 'deploying', 'checking');--> statement-breakpoint
CREATE TABLE `publications` (
	`project_id` text PRIMARY KEY NOT NULL,
	`deployment_id` text,
	`visibility` text DEFAULT 'members' NOT NULL,
	`link_number` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
-- Whom a published app lets in, and what its members may do there, may be other than before.
CREATE TRIGGER `access_publication_changed` AFTER UPDATE OF `deployment_id`, `link_number` ON `publications`
WHEN new.`deployment_id` IS NOT old.`deployment_id` OR new.`link_number` <> old.`link_number`
BEGIN UPDATE `live_connections` SET `mark` = hex(randomblob(8)) WHERE `project_id` = new.`project_id`; END;
