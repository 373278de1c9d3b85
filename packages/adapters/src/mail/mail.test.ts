/** The ways to send mail. The HTTP one is a contract test: it is held against Resend's published shape, not against Resend. */

import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { at, first } from "@edgewright/core";
import { memoryBucket, testClock } from "@edgewright/testing";
import { afterEach, describe, expect, test } from "vitest";
import { cloudflareMailer } from "./cloudflare-mailer.ts";
import { httpMailer } from "./http-mailer.ts";
import { r2Outbox } from "./outbox.ts";
import { parseSender } from "./sender.ts";
import { configuredMailer, noMailer } from "./settings.ts";

const mail = { kind: "reset-password", to: "ada@example.com", subject: "Set a new password", text: "t", html: "<p>t</p>" };
const from = { name: 'Edge "wright", Inc.', email: "no-reply@edgewright.example" };

type Asked = { path: string; headers: IncomingHttpHeaders; body: unknown };
const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A mail server that gives these answers, one after the other. */
async function mailServer(answers: { status: number; body?: unknown; headers?: Record<string, string> }[]) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    asked.push({ path: `${request.method} ${request.url}`, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    const { status, body, headers } = at(answers, asked.length - 1);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const wait = async (ms: number) => void waits.push(ms);
  return { asked, waits, mailer: httpMailer({ url, key: "re_123", from, wait }) };
}

describe("over HTTP (contract: Resend's POST /emails)", () => {
  test("asks as the published API wants it", async () => {
    const { asked, mailer } = await mailServer([{ status: 200, body: { id: "49a3999c-0ce1-4ea6-ab68-afcd6dc2e794" } }]);
    expect(await mailer.send(mail)).toEqual({ ok: true, value: undefined });
    const [{ path, headers, body }] = asked as [Asked];
    expect(path).toBe("POST /emails");
    expect(headers).toMatchObject({ authorization: "Bearer re_123", "content-type": "application/json" });
    expect(headers["idempotency-key"]).toMatch(/^mal_[0-9a-z]{26}$/);
    expect(body).toEqual({
      from: '"Edge \\"wright\\", Inc." <no-reply@edgewright.example>',
      to: ["ada@example.com"],
      subject: mail.subject,
      text: "t",
      html: "<p>t</p>",
    });
  });

  test("tries again with the same idempotency key, and waits as long as it is told", async () => {
    const { asked, waits, mailer } = await mailServer([
      {
        status: 429,
        headers: { "retry-after": "3" },
        body: { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests" },
      },
      { status: 500, body: { statusCode: 500, name: "internal_server_error", message: "x" } },
      { status: 200, body: { id: "1" } },
    ]);
    expect((await mailer.send(mail)).ok).toBe(true);
    expect(waits).toEqual([3000, 1000]);
    expect(new Set(asked.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  });

  test("gives up after four tries, and says that it may be tried later", async () => {
    const busy = { status: 503, body: { message: "Down" } };
    const { asked, mailer } = await mailServer([busy, busy, busy, busy]);
    expect(await mailer.send(mail)).toMatchObject({
      ok: false,
      error: { code: "unavailable", retry: true, message: "The mail server answered 503: Down" },
    });
    expect(asked).toHaveLength(4);
  });

  test("what is wrong stays wrong: it is said, and not tried again", async () => {
    const refusal = { statusCode: 403, name: "validation_error", message: "The edgewright.example domain is not verified." };
    const { asked, mailer } = await mailServer([{ status: 403, body: refusal }]);
    const sent = await mailer.send(mail);
    expect(sent).toMatchObject({ ok: false, error: { retry: false } });
    expect(JSON.stringify(sent)).toContain("domain is not verified");
    expect(asked).toHaveLength(1);
  });

  test("a server out of reach is a failure, not a throw", async () => {
    const mailer = httpMailer({ url: "http://127.0.0.1:1", key: "k", from, wait: async () => {} });
    expect(await mailer.send(mail)).toMatchObject({ ok: false, error: { code: "unavailable", retry: true } });
  });
});

describe("by Cloudflare's binding (contract)", () => {
  test("gives fields, each a single line, and never a message that was put together as text", async () => {
    const sent: unknown[] = [];
    const send = async (message: unknown) => {
      sent.push(message);
      return { messageId: "1" };
    };
    const mailer = cloudflareMailer({ send }, from);
    await mailer.send({ ...mail, subject: "Hello\r\nBcc: x@y.example" });
    expect(sent).toEqual([{ from, to: mail.to, subject: "Hello Bcc: x@y.example", text: "t", html: "<p>t</p>" }]);
  });

  test("a refusal keeps its code", async () => {
    const send = async () => Promise.reject(Object.assign(new Error("Sender domain is not verified"), { code: "E_SENDER_NOT_VERIFIED" }));
    const failed = await cloudflareMailer({ send }, from).send(mail);
    expect(failed).toMatchObject({ ok: false, error: { retry: false, message: expect.stringContaining("E_SENDER_NOT_VERIFIED") } });
  });
});

describe("the outbox of one's own machine", () => {
  test("has the newest first, also within a millisecond, and keeps a hundred", async () => {
    const bucket = memoryBucket();
    await bucket.put("blobs/1", "not a mail");
    const clock = testClock();
    const outbox = r2Outbox(bucket, clock);
    for (let n = 1; n <= 105; n++) {
      await outbox.send({ ...mail, subject: `Mail ${n}` });
      if (n % 3 === 0) clock.advance(1);
    }
    const mails = await outbox.list();
    expect(mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 100 }, (_, index) => `Mail ${105 - index}`));
    expect(await outbox.get(first(mails).id)).toEqual(mails[0]);
    expect(await outbox.get("../blobs/1")).toBeNull();
    expect(bucket.kept.has("blobs/1")).toBe(true);
  });
});

test("senders are read with and without a name, and one only", () => {
  expect(parseSender("Edgewright <no-reply@edgewright.example>")).toEqual({ name: "Edgewright", email: "no-reply@edgewright.example" });
  expect(parseSender("no-reply@edgewright.example")).toEqual({ name: "Edgewright", email: "no-reply@edgewright.example" });
  for (const text of ["", "nobody", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example"]) expect(parseSender(text)).toBeNull();
});

test("which way is taken: the provider that was named, else the binding, else none; and none says so", async () => {
  const binding = { send: async () => ({ messageId: "1" }) };
  const api = { MAIL_API_URL: "https://mail.example", MAIL_API_KEY: "k" };
  expect(configuredMailer({ MAIL_FROM: "a@b.example" }, undefined)).toBeNull();
  expect(configuredMailer(api, binding)).toBeNull();
  expect(configuredMailer({ MAIL_FROM: "a@b.example" }, binding)).not.toBeNull();
  expect(configuredMailer({ MAIL_FROM: "a@b.example", ...api }, undefined)).not.toBeNull();
  expect(await noMailer.send(mail)).toMatchObject({
    ok: false,
    error: { code: "unavailable", message: expect.stringContaining("MAIL_FROM") },
  });
});
