ALTER TABLE `projects` ADD `confirmed_hosts` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE `projects` SET `confirmed_hosts` = json_extract(`settings`, '$.hosts'), `settings` = json_remove(`settings`, '$.hosts') WHERE json_type(`settings`, '$.hosts') = 'object';
