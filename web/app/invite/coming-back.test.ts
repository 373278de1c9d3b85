import { expect, test } from "vitest";
import { nextPath } from "../account/next-path.ts";
import { comingBack } from "./coming-back.ts";

test("signing in leads back to the invitation, its secret whole", () => {
  const secret = "a+b/c=&next=//evil.example";
  const next = nextPath(new URL(comingBack("/sign-up", secret), "https://edgewright.test").searchParams);
  const back = new URL(next, "https://edgewright.test");
  expect([back.pathname, back.searchParams.get("secret")]).toEqual(["/invite", secret]);
});
