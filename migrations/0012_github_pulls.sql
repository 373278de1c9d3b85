CREATE TABLE `github_pulls` (
	`project_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`by_login` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`trusted` integer DEFAULT false NOT NULL,
	`sha` text DEFAULT '' NOT NULL,
	`done_sha` text,
	`result` text,
	`shown` integer DEFAULT false NOT NULL,
	`check_id` integer,
	`check_sha` text,
	`comment_id` integer,
	`publish_sha` text,
	`lease_token` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`asked` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`project_id`, `number`),
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `github_links` ADD `publishes` text;