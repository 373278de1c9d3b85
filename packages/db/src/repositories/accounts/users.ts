/** People, as the API needs to know them. Written by better-auth. */
import { eq, inArray } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { users } from "../../tables/index.ts";

export const userRepository = (database: Database) => ({
  async find(id: string) {
    const [row] = await database.select().from(users).where(eq(users.id, id));
    if (!row) return null;
    const { name, email, emailVerified, image, twoFactorEnabled } = row;
    return { id, name, email, emailVerified, image, twoFactor: twoFactorEnabled ?? false };
  },

  /** By id; who is gone has none. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const asked = [...new Set(ids)];
    const found = await database.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, asked));
    return new Map(found.map(({ id, name }) => [id, name]));
  },
});
