/** Whether a webhook is GitHub's own: its signature over the body as it came. SHA-256 only; the older one with SHA-1 is not looked at. */
import { Webhooks } from "@octokit/webhooks";
import type { GitHubSettings } from "./settings.ts";

export type CheckSignature = (body: string, signature: string) => Promise<boolean>;

export function webhookSignatures({ webhookSecret }: GitHubSettings): CheckSignature {
  const webhooks = new Webhooks({ secret: webhookSecret });
  return async (body, signature) => body !== "" && signature.startsWith("sha256=") && webhooks.verify(body, signature);
}
