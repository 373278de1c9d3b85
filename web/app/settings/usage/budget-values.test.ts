import { expect, test } from "vitest";
import { fieldErrors } from "../../forms/field-errors.ts";
import { BudgetValues, budgetsOf, valuesOf } from "./budget-values.ts";

test("an empty budget sets no limit, and 0 lets nothing through that costs", () => {
  expect(budgetsOf({ jobBudget: " ", monthBudget: "0" })).toEqual({ jobBudget: null, monthBudget: 0 });
  expect(valuesOf({ jobBudget: null, monthBudget: 12.5 })).toEqual({ jobBudget: "", monthBudget: "12.5" });
});

test("what is no amount is said so at its field", () => {
  expect(Object.keys(fieldErrors(BudgetValues, { jobBudget: "-1", monthBudget: "much" }))).toEqual(["jobBudget", "monthBudget"]);
  expect(fieldErrors(BudgetValues, { jobBudget: "", monthBudget: "20" })).toEqual({});
});
