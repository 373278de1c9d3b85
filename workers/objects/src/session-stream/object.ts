/** Shell of the SessionStream Durable Object. */
import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";

export class SessionStream extends DurableObject<Env> {}
