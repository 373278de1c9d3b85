/** Shell of the ProjectData Durable Object. */
import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";

export class ProjectData extends DurableObject<Env> {}
