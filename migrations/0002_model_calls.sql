CREATE TABLE `model_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`project_id` text NOT NULL,
	`job_id` text NOT NULL,
	`member_id` text NOT NULL,
	`model` text NOT NULL,
	`price` text,
	`state` text NOT NULL,
	`charged` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost` real,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `model_calls_organization` ON `model_calls` (`organization_id`,`at`);--> statement-breakpoint
CREATE INDEX `model_calls_job` ON `model_calls` (`job_id`,`at`);--> statement-breakpoint
CREATE INDEX `model_calls_state` ON `model_calls` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `model_providers` (
	`organization_id` text NOT NULL,
	`provider` text NOT NULL,
	`base_url` text,
	`sealed_key` text,
	`models` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `provider`),
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `month_raises` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`month` text NOT NULL,
	`amount` real NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `month_raises_organization` ON `month_raises` (`organization_id`,`month`);--> statement-breakpoint
ALTER TABLE `model_settings` ADD `fallbacks` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `model_settings` ADD `job_budget` real;--> statement-breakpoint
ALTER TABLE `model_settings` ADD `month_budget` real;