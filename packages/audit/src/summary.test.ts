import { expect, test } from "vitest";
import { auditEntry } from "./entry.ts";
import { changes, plain, type Summary } from "./summary.ts";

const PLANTED: Summary = {
  password: "correct horse battery",
  newPassword: "correct horse battery",
  apiKey: "correct horse battery",
  api_key: "correct horse battery",
  key: "correct horse battery",
  sealedKey: "1a2b.correct horse battery",
  secret: "correct horse battery",
  secretHash: "correct horse battery",
  accessToken: "correct horse battery",
  token: "correct horse battery",
  cookie: "session=correct horse battery",
  Authorization: "correct horse battery",
  backupCodes: "correct horse battery",
  note: "use sk-proj-aaaabbbbccccdddd for it",
  link: "https://ada:correct-horse-battery@example.test/",
  comment: "ew_0123456789abcdef",
  jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
  pem: "-----BEGIN PRIVATE KEY-----",
  header: "Bearer abcdefgh12345678",
};

test("secrets are left out, by their name or by their look", () => {
  for (const value of Object.values(plain(PLANTED))) expect(value).toBe("(left out)");
});

test("what an entry tells passes through it, whichever part it is", () => {
  const origin = { kind: "person" as const, id: "usr_1", name: "Ada", personId: "usr_1", ip: null, userAgent: null, requestId: null };
  const what = { scope: "org_1", projectId: null, action: "models.updated" as const, subject: "org_1" };
  const entry = auditEntry({ now: () => 0 }, origin, { ...what, detail: PLANTED, before: PLANTED, after: PLANTED });
  const told = JSON.stringify(entry);
  for (const secret of ["correct", "sk-proj", "ew_0", "eyJ", "BEGIN", "abcdefgh"]) expect(told).not.toContain(secret);
});

test("what only names or counts a secret stays, and so does what is no text", () => {
  const facts = {
    tokenId: "tok_1",
    tokenName: "CI",
    hasKey: true,
    tokens: 1200,
    password: null,
    name: "Fleet",
    openai: "own key with a key",
  };
  expect(plain(facts)).toEqual(facts);
});

test("long values are cut, and of many facts the first are told", () => {
  expect(String(plain({ text: "a".repeat(5000) }).text)).toHaveLength(300);
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`fact${index}`, index]));
  expect(Object.keys(plain(many))).toHaveLength(40);
});

test("of a change, only what differs is told", () => {
  expect(changes({ name: "A", slug: "a", job: 1 }, { name: "B", slug: "a", month: 2 })).toEqual({
    before: { name: "A", job: 1, month: null },
    after: { name: "B", job: null, month: 2 },
  });
});
