/** `POST /api/webhooks/github`: whatever GitHub tells of. Its signature is checked over the body as it came; what was told is done by the queue. */
import { deliverOutbox } from "@edgewright/chat";
import { GitHubDelivery } from "@edgewright/contracts";
import { fail, ok, parseJson } from "@edgewright/core";
import { notConfigured, receive } from "@edgewright/github";
import { openOperation } from "../../http/operation.ts";

/** GitHub sends no more. */
const BODY_MAX = 25 * 1024 * 1024;
const DELIVERY = /^[\w-]{1,80}$/;

const tooLarge = () => fail("too_large", "This is larger than GitHub sends.", { next: "Send less, or let GitHub send it." });

export const receiveWebhook = openOperation({
  method: "post",
  path: "/api/webhooks/github",
  summary: "What GitHub tells of, signed",
  tag: "GitHub",
  file: true,
  status: 202,
  returns: GitHubDelivery,
  needs: ["clock", "github", "outboxDeps", "webhookSignature"],
  async handle({ services, request }) {
    const { clock, webhookSignature: isSigned } = services;
    if (!isSigned) return notConfigured();
    const header = (name: string) => request.headers.get(name) ?? "";
    if (Number(header("content-length")) > BODY_MAX) return tooLarge();
    const text = await request.text();
    if (text.length > BODY_MAX) return tooLarge();
    if (!(await isSigned(text, header("x-hub-signature-256"))))
      return fail("unauthenticated", "This is not signed as GitHub signs.", {
        next: "Set the same secret in the App's settings and in GITHUB_WEBHOOK_SECRET.",
      });
    const id = header("x-github-delivery");
    const body = parseJson(text);
    if (!body.ok || !DELIVERY.test(id))
      return fail("bad_request", "This is not what GitHub sends.", { next: "Let GitHub send it: this address is for its App's webhook." });
    const outcome = await receive(services, { id, event: header("x-github-event"), body: body.value });
    if (outcome === "taken")
      await deliverOutbox(services.outboxDeps, { id: `out_${id}`, delivery: { deliveryId: id }, createdAt: clock.now() });
    return ok({ outcome });
  },
});
