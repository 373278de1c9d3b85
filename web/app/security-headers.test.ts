import { expect, test } from "vitest";
import { setPageHeaders } from "./security-headers.ts";

const PREVIEWS = "https://*.preview.example";

function policyOf(path: string, previews: string | null = PREVIEWS): Record<string, string> {
  const headers = new Headers();
  setPageHeaders(headers, { path, nonce: "once", previews });
  const rules = headers.get("content-security-policy")?.split("; ") ?? [];
  return Object.fromEntries(rules.map((rule) => [rule.slice(0, rule.indexOf(" ")), rule.slice(rule.indexOf(" ") + 1)]));
}

test("only the workspace may frame previews, and nothing else", () => {
  expect(policyOf("/projects/fleet")["frame-src"]).toBe(PREVIEWS);
  for (const path of ["/", "/sign-in", "/settings/security", "/projects", "/projectsx/", "/dev/mail/x"])
    expect(policyOf(path)["frame-src"]).toBe("'none'");
});

test("without a person there are no previews to frame", () => {
  expect(policyOf("/projects/fleet", null)["frame-src"]).toBe("'none'");
});

test("the outbox frames what it shows itself", () => {
  expect(policyOf("/dev/mail")["frame-src"]).toBe("'self'");
});

test("no page runs scripts that are not ours", () => {
  for (const path of ["/", "/projects/fleet", "/dev/mail"]) {
    const policy = policyOf(path);
    expect(policy["script-src"]).toBe("'self' 'nonce-once'");
    expect(policy).toMatchObject({ "object-src": "'none'", "base-uri": "'self'", "form-action": "'self'", "frame-ancestors": "'none'" });
  }
});

test("style sheets are ours or have the nonce, but for the mails of the outbox", () => {
  for (const path of ["/", "/sign-in", "/projects/fleet"]) expect(policyOf(path)["style-src"]).toBe("'self' 'nonce-once'");
  expect(policyOf("/dev/mail")["style-src"]).toContain("'unsafe-inline'");
});
