CREATE TABLE `github_commits` (
	`project_id` text NOT NULL,
	`sha` text NOT NULL,
	`version` integer NOT NULL,
	`direction` text NOT NULL,
	`message` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `sha`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `github_commits_version` ON `github_commits` (`project_id`,`version`);--> statement-breakpoint
CREATE TABLE `github_connects` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `github_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`body` text NOT NULL,
	`received_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `github_deliveries_received` ON `github_deliveries` (`received_at`);--> statement-breakpoint
CREATE TABLE `github_installations` (
	`organization_id` text NOT NULL,
	`installation_id` integer NOT NULL,
	`account` text NOT NULL,
	`account_type` text NOT NULL,
	`status` text NOT NULL,
	`selection` text NOT NULL,
	`permissions` text NOT NULL,
	`connected_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `installation_id`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `github_installations_installation` ON `github_installations` (`installation_id`);--> statement-breakpoint
CREATE TABLE `github_links` (
	`project_id` text PRIMARY KEY NOT NULL,
	`installation_id` integer NOT NULL,
	`repository_id` integer NOT NULL,
	`owner` text NOT NULL,
	`repo` text NOT NULL,
	`branch` text NOT NULL,
	`head_sha` text,
	`head_version` integer,
	`behind` integer DEFAULT 0 NOT NULL,
	`stopped` text,
	`synced_at` integer,
	`looked_at` integer DEFAULT 0 NOT NULL,
	`lease_token` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`asked` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `github_links_branch` ON `github_links` (`repository_id`,`branch`);--> statement-breakpoint
CREATE INDEX `github_links_looked` ON `github_links` (`looked_at`);--> statement-breakpoint
CREATE TABLE `github_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`when_json` text NOT NULL,
	`template` text NOT NULL,
	`enabled` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `github_rules_project` ON `github_rules` (`project_id`);--> statement-breakpoint
CREATE TABLE `github_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`project_id` text NOT NULL,
	`rule_id` text NOT NULL,
	`when_json` text NOT NULL,
	`event_key` text NOT NULL,
	`event` text NOT NULL,
	`url` text,
	`by_login` text NOT NULL,
	`issue` integer,
	`comment_id` integer,
	`status` text NOT NULL,
	`says` text,
	`job_id` text,
	`version` integer,
	`told` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `github_runs_event` ON `github_runs` (`rule_id`,`event_key`);--> statement-breakpoint
CREATE INDEX `github_runs_project` ON `github_runs` (`project_id`,`id`);--> statement-breakpoint
CREATE INDEX `github_runs_told` ON `github_runs` (`told`,`created_at`);