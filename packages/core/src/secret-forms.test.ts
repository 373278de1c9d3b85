import { expect, test } from "vitest";
import { leakedSecret, masked } from "./secret-forms.ts";

const KEY = "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----";
const SECRETS = { MAIL_KEY: 'sk "live"/12345', SIGNING: KEY, LONGER: "sk-12345678-and-more", SHORTER: "sk-12345678" };

test("a secret's value is masked as it is, escaped, in an address and line by line", () => {
  for (const text of [SECRETS.MAIL_KEY, JSON.stringify({ key: SECRETS.MAIL_KEY }), `/?key=${encodeURIComponent(SECRETS.MAIL_KEY)}`]) {
    expect(masked(text, SECRETS)).toContain("[secret MAIL_KEY]");
    expect(masked(text, SECRETS)).not.toContain("12345");
  }
  expect(masked("of it: MIIEvQIBADANBg!", SECRETS)).toBe("of it: [secret SIGNING]!");
  expect(masked("sk-12345678-and-more, sk-12345678", SECRETS)).toBe("[secret LONGER], [secret SHORTER]");
});

test("what holds a secret is told by its name; the frame of a key is none", () => {
  expect(leakedSecret('const key = "sk \\"live\\"/12345";', SECRETS)).toBe("MAIL_KEY");
  expect(leakedSecret("-----BEGIN KEY-----", SECRETS)).toBeNull();
  expect(leakedSecret("nothing", SECRETS)).toBeNull();
});
