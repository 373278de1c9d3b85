/** Which addresses an organization's model server may have. */
import { expect, test } from "vitest";
import { addressProblem } from "./address.ts";

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
  "https://ollama/v1",
  "https://ollama.local/v1",
  "https://metadata.google.internal./v1",
  "https://models.localhost/v1",
];

test.each(INSIDE)("a platform on the internet does not ask %s", (address) => {
  expect(addressProblem(address, false)).toContain("inside a network");
});

test("nor anything in the open, whereas the internet is there to be asked", () => {
  expect(addressProblem("http://models.example.org/v1", false)).toContain("https://");
  for (const address of [
    "https://models.example.org/v1",
    "https://8.8.8.8/v1",
    "https://[2606:4700::1111]/v1",
    "https://172.32.0.1:8443/v1",
  ])
    expect(addressProblem(address, false)).toBeNull();
});

test("on one's own machine the server may be next door", () => {
  for (const address of ["http://localhost:11434/v1", "http://192.168.1.5:1234/v1", "http://ollama:11434/v1"])
    expect(addressProblem(address, true)).toBeNull();
});

test("what is no address, or holds a password, is refused everywhere", () => {
  for (const address of ["", "models", "ftp://x.example/", "file:///etc/passwd", "https://ada:secret@models.example.org"])
    expect(addressProblem(address, true)).not.toBeNull();
});
