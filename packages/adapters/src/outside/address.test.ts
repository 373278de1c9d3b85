/** Which addresses an organization's model server may have. */

import { ok } from "@edgewright/core";
import { must } from "@edgewright/testing/must";
import { expect, test } from "vitest";
import { addressProblem, isPublicAddress, mayBeAsked, outsideFetch } from "./address.ts";

const OWN = ["https://edgewright.example", "https://previews.example"];
const INTERNET = { local: false, own: OWN };
const MACHINE = { local: true, own: ["http://localhost:8787", "http://preview.localhost:8788"] };

const INSIDE = [
  "https://localhost/v1",
  "https://127.0.0.1/v1",
  "https://127.1/v1",
  "https://2130706433/v1",
  "https://0x7f.0.0.1/v1",
  "https://0.0.0.0/v1",
  "https://10.1.2.3/v1",
  "https://172.20.0.1/v1",
  "https://192.168.1.1/v1",
  "https://100.64.0.1/v1",
  "https://169.254.169.254/latest/meta-data",
  "https://224.0.0.1/v1",
  "https://[::1]/v1",
  "https://[::ffff:10.0.0.1]/v1",
  "https://[fd00::1]/v1",
  "https://[fe80::1]/v1",
  "https://[2002:7f00:1::]/v1",
  "https://[2001::7f00:1]/v1",
  "https://192.0.0.8/v1",
  "https://198.18.0.1/v1",
  "https://192.0.2.1/v1",
  "https://198.51.100.7/v1",
  "https://203.0.113.9/v1",
  "https://240.0.0.1/v1",
  "https://[64:ff9b::7f00:1]/v1",
  "https://[::7f00:1]/v1",
  "https://[2001:db8::1]/v1",
  "https://[::ffff:8.8.8.8]/v1",
  "https://ollama/v1",
  "https://ollama.local/v1",
  "https://metadata.google.internal./v1",
  "https://models.localhost/v1",
];

test.each(INSIDE)("a platform on the internet does not ask %s", (address) => {
  expect(addressProblem(address, INTERNET)).toContain("inside a network");
});

test("nor anything in the open, whereas the internet is there to be asked", () => {
  expect(addressProblem("http://models.example.org/v1", INTERNET)).toContain("https://");
  for (const address of [
    "https://models.example.org/v1",
    "https://8.8.8.8/v1",
    "https://[2606:4700::1111]/v1",
    "https://172.32.0.1:8443/v1",
  ])
    expect(addressProblem(address, INTERNET)).toBeNull();
});

test("on one's own machine the server may be next door", () => {
  for (const address of ["http://localhost:11434/v1", "http://192.168.1.5:1234/v1", "http://ollama:11434/v1"])
    expect(addressProblem(address, MACHINE)).toBeNull();
});

test("what is no address, or holds a password, is refused everywhere", () => {
  for (const address of ["", "models", "ftp://x.example/", "file:///etc/passwd", "https://ada:secret@models.example.org"])
    expect(addressProblem(address, MACHINE)).not.toBeNull();
});

test("the platform itself is never asked, by whatever name", () => {
  for (const address of ["https://edgewright.example/api", "https://api.edgewright.example./", "https://shop.previews.example/"])
    expect(addressProblem(address, INTERNET)).toContain("platform itself");
  for (const address of [
    "http://localhost:8787/api",
    "http://127.0.0.1:8787/",
    "http://[::1]:8787/",
    "http://shop.preview.localhost:8788/",
  ])
    expect(addressProblem(address, MACHINE)).toContain("platform itself");
});

test("nor a port of another protocol", () => {
  for (const port of [22, 25, 80]) expect(addressProblem(`https://models.example.org:${port}/v1`, INTERNET)).toContain(`Port ${port}`);
});

const leadingTo = (...addresses: string[]) => ({ ...INTERNET, lookUp: async () => ok(addresses) });

test("a name is judged by every address that it leads to", async () => {
  const at = (...addresses: string[]) => mayBeAsked("https://models.example.org/v1", leadingTo(...addresses));
  expect(await at("93.184.215.14", "2606:4700::1111")).toEqual({ ok: true, value: undefined });
  for (const inside of [
    "10.0.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "192.0.0.8",
    "198.18.5.5",
    "::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "nonsense",
  ])
    expect(await at("93.184.215.14", inside)).toMatchObject({
      ok: false,
      error: { code: "bad_request", message: expect.stringContaining("inside a network") },
    });
  expect(await at()).toMatchObject({ ok: false, error: { message: expect.stringContaining("leads nowhere") } });
});

test("each request looks the name up anew, so that one which has moved inside is not asked", async () => {
  const answers = [["93.184.215.14"], ["10.0.0.1"]];
  const rules = { ...INTERNET, lookUp: async () => ok(must(answers.shift())) };
  expect(await mayBeAsked("https://models.example.org/v1", rules)).toMatchObject({ ok: true });
  await expect(outsideFetch(rules)("https://models.example.org/v1")).rejects.toThrow("inside a network");
});

test("only unicast addresses of the internet are public", () => {
  expect(["8.8.8.8", "2606:4700::1111"].every(isPublicAddress)).toBe(true);
  expect(["4000::1", "fec0::1", "100::1", "5f00::1", "100.64.0.1", "0.0.0.0", "", "8.8.8.8.8"].some(isPublicAddress)).toBe(false);
});
