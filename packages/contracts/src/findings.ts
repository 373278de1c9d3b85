/** What a check found in an app's code: a position and a message, from the type checker, the build, the boot check or a running preview. */
import { z } from "zod";

/** `line` and `column` are 1-based; 0 where the position is unknown. `code` is `TS2304`, `BUILD`, `BOOT`, `SCHEMA`, `ROUTE` or `RUNTIME`. */
export const Finding = z.object({
  file: z.string(),
  line: z.number().int().min(0),
  column: z.number().int().min(0),
  code: z.string(),
  message: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** Before whom an app broke. Only what breaks before those who may edit starts work that costs. */
export const Reporter = z.enum(["editor", "viewer", "visitor"]);
export type Reporter = z.infer<typeof Reporter>;

/** An error in a running preview, already mapped to source. `request`: one the page made to its own server, or to the platform, came to nothing. */
export const RuntimeError = z.object({
  source: z.enum(["browser", "server", "request"]),
  message: z.string().max(2000),
  stack: z.string().max(8000).default(""),
  file: z.string().default(""),
  line: z.number().int().default(0),
  column: z.number().int().default(0),
  /** The address in the app where it happened. */
  path: z.string().default("/"),
});
export type RuntimeError = z.infer<typeof RuntimeError>;
