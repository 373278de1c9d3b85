ALTER TABLE `model_settings` DROP COLUMN `compatible_base_url`;--> statement-breakpoint
ALTER TABLE `model_settings` DROP COLUMN `compatible_model`;--> statement-breakpoint
ALTER TABLE `model_settings` DROP COLUMN `sealed_key`;