/** What `env` is in tests that run in workerd. */
/// <reference types="@cloudflare/vitest-plugin/types" />
import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Env as ObjectsEnv } from "./env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends ObjectsEnv {
      MIGRATIONS: D1Migration[];
    }
  }
}
