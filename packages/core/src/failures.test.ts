/** Every refusal that is written anywhere says what to do next: the sources themselves are read. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const sources = globSync("{packages,workers,scripts}/**/*.ts", { cwd: ROOT }).filter(
  (path) => !/node_modules|\.test\.ts$|generated|\/testing\//.test(path),
);

const hasNext = (value: ts.Expression | undefined): boolean =>
  value !== undefined &&
  (!ts.isObjectLiteralExpression(value) ||
    value.properties.some((property) => ts.isSpreadAssignment(property) || property.name?.getText() === "next"));

/** `fail(code, message, more)` and `problem({ … })`. */
function isMute(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return false;
  const { text } = node.expression;
  if (text === "fail" && node.arguments.length > 1) return !hasNext(node.arguments[2]);
  return text === "problem" && node.arguments[0] !== undefined && !hasNext(node.arguments[0]);
}

function muteIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  if (!/\b(?:fail|problem)\(/.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isMute(node)) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it("each failure has its next step", () => {
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.flatMap(muteIn)).toEqual([]);
});

/** Where a text is all there is to tell: what a model without tools wrote and could not be taken, and what an app asks for and has not. */
const TOLD = sources.filter((path) => /\/text-edits\/src\/protocol\/(?!samples|text-protocol)|\/app-check\/src\/declared\//.test(path));
const SENTENCE = /^(?:[A-Z<"]|\$\{)[\s\S]* [\s\S]*\.$/;
const ENDS_IN_A_STEP = /\. (?:Write|Put|Mark|Use|Call)\b[\s\S]*\.$/;

function sentencesIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = node.getText().slice(1, -1);
      if (SENTENCE.test(text)) found.push(`${path}: ${text}`);
    } else ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it("and so has each text that comes without a field for it", () => {
  const said = TOLD.flatMap(sentencesIn);
  expect(said.length).toBeGreaterThan(14);
  expect(said.filter((text) => !ENDS_IN_A_STEP.test(text))).toEqual([]);
});

it("and none is made of the schema library's own account of it", () => {
  const raw = sources.filter((path) => /prettifyError|treeifyError|flattenError/.test(readFileSync(join(ROOT, path), "utf8")));
  expect(raw).toEqual([]);
});
