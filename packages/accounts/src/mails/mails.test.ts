/** Mails carry names that people chose: whatever they are, a mail stays one mail. */
import { describe, expect, test } from "vitest";
import type { Mail } from "../mail.ts";
import * as mails from "./index.ts";

const LINK = "https://edgewright.example/api/auth/verify-email?token=a.b-c_d&callbackURL=%2F";
const to = "ada@example.com";
const invite = (name: string) =>
  mails.inviteMail({ to, organization: name, invitedBy: name, role: "editor", link: LINK, expires: Date.UTC(2026, 0, 5, 12) });

const ALL: Mail[] = [
  mails.confirmAddressMail({ to, link: LINK }),
  mails.signUpAgainMail({ to, link: LINK }),
  mails.resetPasswordMail({ to, link: LINK }),
  mails.signInLinkMail({ to, link: LINK }),
  mails.changeAddressMail({ to, newAddress: "new@example.com", link: LINK }),
  mails.verifyNewAddressMail({ to, link: LINK }),
  ...(
    [
      { kind: "address-changed", newAddress: "new@example.com" },
      { kind: "password-changed" },
      { kind: "two-factor-on" },
      { kind: "two-factor-off" },
      { kind: "sign-in-method-added", method: "a passkey" },
    ] as const
  ).map((notice) => mails.securityNoticeMail({ to, at: 0, notice, link: LINK })),
  invite("Acme"),
];

test.each(ALL.map((mail) => [mail.kind, mail] as const))("%s: the link is in the text and, escaped once, in the HTML", (_kind, mail) => {
  expect(mail.text).toContain(`\n${LINK}\n`);
  expect(mail.html).toContain(`href="${LINK.replaceAll("&", "&amp;")}"`);
  expect(mail.html).not.toContain("[object");
  expect(mail.html).toContain('name="color-scheme" content="light dark"');
  expect(mail.subject).toMatch(/^[A-Z][^\n]{5,80}$/);
});

test("no two mails have the same kind", () => {
  expect(new Set(ALL.map(({ kind }) => kind)).size).toBe(ALL.length);
});

describe("names", () => {
  test("that are markup are text", () => {
    const { html, text } = invite(`<script>alert("1")</script>&amp;`);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(text).toContain("<script>");
  });

  test("cannot begin another header, or another line", () => {
    const { subject, text } = invite("Acme\r\nBcc: victim@example.com\u2028\u0085x");
    expect(subject).toMatch(/^Join Acme Bcc/);
    expect(subject + text).not.toMatch(/[\r\u2028\u0085]/);
    expect(text.split("\n").filter((line) => line.startsWith("Bcc"))).toEqual([]);
  });

  test("of ten thousand characters are cut, at a whole character", () => {
    for (const name of ["x".repeat(10_000), "👩‍👩‍👧‍👦".repeat(2_000), `a${"\u0301".repeat(10_000)}`]) {
      const { subject, html } = invite(name);
      expect(subject.length).toBeLessThan(1_000);
      expect(html.length).toBeLessThan(8_000);
      expect(subject).toContain("…");
      expect(() => encodeURIComponent(subject)).not.toThrow();
    }
  });

  test("in other scripts and emoji stay as they are; marks that turn the text around go", () => {
    expect(invite("شركة أكمي 🚀").subject).toContain("شركة أكمي 🚀");
    expect(invite("Ac\u202eme\u2066").text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test("that read like an address do not become a link", () => {
    expect(invite("Win at https://evil.example/now").text).not.toContain("evil.example");
  });
});
