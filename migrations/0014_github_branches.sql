CREATE TABLE `github_branches` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`base` integer NOT NULL,
	`tip` integer,
	`head_sha` text,
	`head_version` integer,
	`wanted` integer NOT NULL,
	`pull` integer,
	`says` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `github_branches_name` ON `github_branches` (`project_id`,`name`);--> statement-breakpoint
ALTER TABLE `github_rules` ADD `target` text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE `github_runs` ADD `branch` text;--> statement-breakpoint
ALTER TABLE `agent_jobs` ADD `branch` text;