/** What JSON can hold: all that is kept as text, or sent between workers. */
import { z } from "zod";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** For values that come out of JSON, and so need no other look. */
export const JsonValue = z.unknown() as z.ZodType<Json>;
