/** How lists are paged: `limit` items after `cursor`, which a page before gave. */
import { z } from "zod";

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z
    .string()
    .max(200)
    .nullish()
    .transform((cursor) => cursor || null),
});
