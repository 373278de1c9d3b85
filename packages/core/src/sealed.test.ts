import { describe, expect, it } from "vitest";
import { isUnderFirstKey, seal, unseal } from "./sealed.ts";

describe("a sealed secret", () => {
  it("opens with its key where it belongs, and nowhere else", async () => {
    const sealed = await seal("sk-123", "key one", "org_a");
    expect(sealed).not.toContain("sk-123");
    expect(await unseal(sealed, "key one", "org_a")).toBe("sk-123");
    expect(await unseal(sealed, "key one", "org_b")).toBeNull();
    expect(await unseal(sealed, "key two", "org_a")).toBeNull();
    const [at, other] = [sealed.length - 8, sealed.at(-8) === "A" ? "B" : "A"];
    expect(await unseal(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`, "key one", "org_a")).toBeNull();
    expect(await unseal("nonsense", "key one", "org_a")).toBeNull();
  });

  it("still opens after its key was rotated", async () => {
    const old = await seal("sk-123", "key one", "org_a");
    expect(await unseal(old, "key two,key one", "org_a")).toBe("sk-123");
    expect(await unseal(await seal("sk-456", "key two,key one", "org_a"), "key two", "org_a")).toBe("sk-456");
    expect(await isUnderFirstKey(old, "key two,key one")).toBe(false);
    expect(await isUnderFirstKey(old, "key one")).toBe(true);
  });

  it("is never the same twice", async () => {
    expect(await seal("x", "k", "c")).not.toBe(await seal("x", "k", "c"));
  });
});
