/** The page of the API names every operation with what it takes and answers, and runs nothing. */
import { describe, expect, it } from "vitest";
import { ALL_OPERATIONS } from "../app.ts";
import { openApiDocument } from "./openapi.ts";
import { docsPage } from "./page.ts";
import { shapeOf } from "./shape.ts";

describe("the page of the API", () => {
  it("has every operation of the document, with its summary", async () => {
    const page = await docsPage(openApiDocument(ALL_OPERATIONS)).text();
    const unescaped = page.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    for (const { route } of ALL_OPERATIONS) {
      expect(page).toContain(`>${route.method.toUpperCase()}</b> <code>${route.path}</code>`);
      expect(unescaped).toContain(route.summary);
    }
  });

  it("says what a body holds, and what goes wrong", async () => {
    const page = await docsPage(openApiDocument(ALL_OPERATIONS)).text();
    expect(page).toMatch(/planApproval\?: &quot;auto&quot; \| &quot;ask&quot;/);
    expect(page).toContain("application/problem+json");
  });

  it("runs no script and loads nothing: its policy allows its own style alone", () => {
    const policy = docsPage(openApiDocument(ALL_OPERATIONS)).headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[\w-]+'; /);
    expect(policy).not.toContain("script-src");
  });
});

describe("a shape", () => {
  it("is written a property a line, with what may be left out and what each is for", () => {
    const settings = { type: "object", properties: { on: { type: "boolean" } } };
    const schema = {
      type: "object",
      required: ["name"],
      properties: {
        name: { type: ["string", "null"], description: "As people call it" },
        kinds: { type: "array", items: { enum: ["a", 2] } },
        settings,
      },
    };
    expect(shapeOf(schema)).toBe(
      '{\n  name: string | null  // As people call it\n  kinds?: ["a" | 2, …]\n  settings?: {\n    on?: boolean\n  }\n}',
    );
    expect(shapeOf({})).toBe("any value");
    expect(shapeOf({ anyOf: [{ const: true }, { type: "object", additionalProperties: { type: "integer" } }] })).toBe(
      "true | {\n  [name]: integer\n}",
    );
  });
});
