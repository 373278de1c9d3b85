/** Where drizzle-kit reads the tables and writes migrations: `npx drizzle-kit generate`. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  driver: "d1-http",
  schema: "./packages/db/src/tables/*.ts",
  out: "./migrations",
});
