/**
 * Two-factor sign-in. better-auth asks for the second factor after a password only; whoever switched it on has
 * said that one thing is not enough, so it is asked for after a link by mail and after Google too. A passkey is
 * two things in one already: the device, and what unlocks it.
 */
import { twoFactor } from "better-auth/plugins";

/** Routes that sign somebody in, beside the one with a password. */
const WITHOUT_PASSWORD: ReadonlySet<string> = new Set(["/magic-link/verify", "/callback/:id", "/verify-email"]);

export function secondFactor() {
  const plugin = twoFactor({ issuer: "Edgewright", allowPasswordless: true });
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) => hook.matcher(context) || WITHOUT_PASSWORD.has(context.path ?? ""),
  }));
  return { ...plugin, hooks: { after } };
}
