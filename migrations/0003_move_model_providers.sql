INSERT INTO `model_providers` (`organization_id`, `provider`, `base_url`, `sealed_key`, `models`, `updated_by`, `updated_at`)
SELECT
	`organization_id`,
	'compatible',
	`compatible_base_url`,
	`sealed_key`,
	json_array(json_object('model', `compatible_model`, 'contextTokens', 32000, 'tools', json('true'), 'price', NULL)),
	`updated_by`,
	`updated_at`
FROM `model_settings`
WHERE `compatible_base_url` IS NOT NULL AND `compatible_model` IS NOT NULL;
