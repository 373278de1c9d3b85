/** Where somebody looks or writes: an IANA name such as `Europe/Berlin`, by which today begins, and a moment has its day. */
import { z } from "zod";

export const TimeZone = z.string().max(60).refine(isZone, "is no time zone such as Europe/Berlin");

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
