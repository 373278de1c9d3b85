CREATE TABLE `questioning_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`job_id` text NOT NULL,
	`questions` text NOT NULL,
	`answers` text,
	`brief` text,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `chat_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questioning_sessions_job_id_unique` ON `questioning_sessions` (`job_id`);--> statement-breakpoint
CREATE INDEX `questioning_sessions_session` ON `questioning_sessions` (`session_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `agent_jobs` ADD `continues` text;--> statement-breakpoint
ALTER TABLE `agent_jobs` ADD `trigger` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `projects` ADD `settings` text DEFAULT '{}' NOT NULL;