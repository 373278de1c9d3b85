-- What no write may do, whoever makes it and however many at once.
CREATE TRIGGER `members_role_insert` BEFORE INSERT ON `members`
WHEN new.`role` NOT IN ('admin', 'editor', 'viewer')
BEGIN SELECT raise(ABORT, 'refused: role_unknown'); END;
--> statement-breakpoint
CREATE TRIGGER `members_role_update` BEFORE UPDATE OF `role` ON `members`
WHEN new.`role` NOT IN ('admin', 'editor', 'viewer')
BEGIN SELECT raise(ABORT, 'refused: role_unknown'); END;
--> statement-breakpoint
CREATE TRIGGER `members_last_admin_update` BEFORE UPDATE OF `role` ON `members`
WHEN old.`role` = 'admin' AND new.`role` <> 'admin'
  AND NOT EXISTS (SELECT 1 FROM `members` WHERE `organization_id` = old.`organization_id` AND `role` = 'admin' AND `id` <> old.`id`)
BEGIN SELECT raise(ABORT, 'refused: last_admin'); END;
--> statement-breakpoint
-- Once the organization itself is gone, or in the grace after its deletion, its last admin may go too.
CREATE TRIGGER `members_last_admin_delete` BEFORE DELETE ON `members`
WHEN old.`role` = 'admin'
  AND EXISTS (SELECT 1 FROM `organizations` WHERE `id` = old.`organization_id` AND `deleted_at` IS NULL)
  AND NOT EXISTS (SELECT 1 FROM `members` WHERE `organization_id` = old.`organization_id` AND `role` = 'admin' AND `id` <> old.`id`)
BEGIN SELECT raise(ABORT, 'refused: last_admin'); END;
