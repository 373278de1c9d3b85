/** What the journeys run on, together: a platform, a browser, and stand-ins of a model's provider and of Google. */
import { type Issuer, startIssuer } from "@edgewright/testing/issuer";
import { type ScriptedProvider, startScriptedProvider } from "@edgewright/testing/scripted-provider";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../bench/browser.ts";
import { SECOND } from "./conversation-journey.ts";
import { type Platform, startPlatform } from "./platform.ts";

export type Running = { platform: Platform; browser: Browser; provider: ScriptedProvider };

/** `begun` is told what to end of what has begun, also where the rest does not. */
export async function startAll(begun: (end: () => Promise<unknown>) => void): Promise<Running> {
  const [issuer, provider]: [Issuer, ScriptedProvider] = await Promise.all([
    startIssuer({ sub: "1", email: "grace@example.test", email_verified: true, name: "Grace Hopper" }),
    startScriptedProvider(SECOND),
  ]);
  begun(() => Promise.all([issuer.close(), provider.stop()]));
  const platform = await startPlatform({ ...issuer.variables, ...provider.variables });
  begun(async () => {
    await platform.stop();
    platform.forget();
  });
  const browser = await launchBrowser();
  begun(() => browser.close());
  return { platform, browser, provider };
}
