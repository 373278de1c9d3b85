import { DataError } from "@edgewright/app-kit";
import { expect, test } from "vitest";
import { render } from "vitest-browser-react/pure";
import { Loaded } from "./Loaded";

const draw = (code: string) => {
  const error = new DataError("Only members may see tools.", code, { next: "Sign in as a member of the organization." });
  return render(<Loaded of={{ rows: [], status: "error", error, reload: () => {} }}>rows</Loaded>);
};

test("whoever may not see the rows is told so, and is offered nothing that would not help", async () => {
  const { getByRole, getByText } = await draw("forbidden");
  await expect.element(getByText("Only members may see tools. Sign in as a member of the organization.")).toBeVisible();
  expect(getByRole("button").elements()).toEqual([]);
});

test("what failed otherwise can be tried again", async () => {
  const { getByRole } = await draw("unavailable");
  await expect.element(getByRole("button", { name: "Try again" })).toBeVisible();
});
