import { expect, test } from "vitest";
import { SignUp } from "../account/schemas.ts";
import { fieldErrors } from "./field-errors.ts";

test("one complaint per field, none for what is right", () => {
  expect(fieldErrors(SignUp, { name: " ", email: "ada", password: "longenough" })).toEqual({
    name: "Enter your name.",
    email: "Enter an e-mail address, such as ada@example.org.",
  });
  expect(fieldErrors(SignUp, { name: "Ada", email: "ada@example.org", password: "longenough" })).toEqual({});
});
