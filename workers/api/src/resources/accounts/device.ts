/** What a user agent is, in words. Used where sessions are listed. */
import Bowser from "bowser";

const UNKNOWN = "Unknown device";

/** Such as "Firefox on Linux". */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return UNKNOWN;
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return UNKNOWN;
  return os.name ? `${browser.name} on ${os.name}` : browser.name;
}
