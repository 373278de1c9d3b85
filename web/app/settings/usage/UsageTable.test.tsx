import { expect, test } from "vitest";
import { render } from "vitest-browser-react/pure";
import { UsageTable } from "./UsageTable.tsx";

const sum = { calls: 3, inputTokens: 1200, cachedTokens: 0, outputTokens: 300, cost: 0, unpriced: 0 };

test("of a model that is free no tokens are told, of others tokens and what they cost, if it is known", async () => {
  const rows = [
    { ...sum, id: "a", label: "Starter" },
    { ...sum, id: "b", label: "Paid", cost: 0.25 },
    { ...sum, id: "c", label: "Own", unpriced: 3 },
  ];
  const { getByRole } = await render(<UsageTable title="Models" rows={rows} />);
  const texts = () =>
    getByRole("row")
      .elements()
      .map(({ textContent }) => textContent);
  await expect.poll(texts).toEqual(["ModelsCallsTokensCost", "Starter3free", "Paid31.5K$0.25", "Own31.5Knot known"]);
});
