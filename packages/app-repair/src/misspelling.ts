/** A name, property, attribute or text that is not there: the one that was meant, or, where the slip is in the declaration, that. */

import { namedIn, nearestName } from "@edgewright/app-check";
import type { Node, Symbol as TsSymbol, Type } from "typescript";
import { familiarity } from "./familiarity.ts";
import { attributes, missingProperty, tags } from "./misspelt-markup.ts";
import { appPath, type Proposal, replaceIn, replaceNode, type Site } from "./site.ts";

const NAMES = new Set([2304, 2503, 2552, 2694, 18004]);
const PROPERTIES = new Set([2339, 2551, 2353, 2561, 2322, 2345, 2769, 2559, 2741, 2739]);
const TEXTS = new Set([2322, 2345, 2820, 2367, 2769, 2678]);
/** All that a name can mean: a value, a type, a namespace, or an import of any. */
const ANY_MEANING = 111551 | 788968 | 1920 | 2097152;

export function misspelling(site: Site): Proposal[] {
  const { number } = site;
  return [
    ...(NAMES.has(number) ? names(site) : []),
    ...(PROPERTIES.has(number) ? properties(site) : []),
    ...(TEXTS.has(number) ? texts(site) : []),
    ...(number === 2339 ? tags(site) : []),
    ...(PROPERTIES.has(number) ? [...attributes(site), ...missingProperty(site)] : []),
  ];
}

function names(site: Site): Proposal[] {
  const { ts, node, checker, file } = site;
  if (!ts.isIdentifier(node)) return [];
  const inScope = new Map(checker.getSymbolsInScope(node, ANY_MEANING).map((symbol) => [symbol.name, symbol]));
  return nearestName(node.text, inScope.keys(), 4).flatMap(({ name, distance }): Proposal[] => {
    const shorthand = ts.isShorthandPropertyAssignment(node.parent);
    const here: Proposal = {
      kind: "misspelling",
      cost: distance,
      edits: [replaceNode(site, node, shorthand ? `${node.text}: ${name}` : name)],
    };
    const everywhere = namedIn(ts, file, node.text);
    const all: Proposal[] =
      everywhere.length > 1
        ? [{ kind: "misspelling", cost: distance + 0.1, edits: everywhere.map((use) => replaceNode(site, use, name)) }]
        : [];
    return [here, ...all, ...declared(site, inScope.get(name), node.text, distance)];
  });
}

/**
 * The slip may be in the declaration: it takes the name that is asked for, in its file at least. Of two spellings the
 * one made of words that the app is full of is taken for the right one.
 */
function declared(site: Site, symbol: TsSymbol | undefined, wanted: string, distance: number): Proposal[] {
  const file = symbol?.declarations?.[0]?.getSourceFile();
  const path = file && appPath(site, file);
  if (!symbol || !file || !path) return [];
  const uses = namedIn(site.ts, file, symbol.name);
  const own = uses.filter((use) => symbol.declarations?.some((declaration) => use.parent === declaration));
  const isFamiliar = familiarity(site.inspection, wanted) > familiarity(site.inspection, symbol.name);
  const renamed = (nodes: Node[], more: number): Proposal[] =>
    nodes.length === 0
      ? []
      : [{ kind: "misspelling", cost: distance + more, edits: nodes.map((use) => replaceIn(path, file, use, wanted)) }];
  // Where the declared name is used as well, the slip is rather in the one place that differs.
  if (uses.length > own.length) return [...renamed(own, 0.5), ...renamed(uses, 0.6)];
  return renamed(own, isFamiliar ? -0.3 : 0.5);
}

function properties(site: Site): Proposal[] {
  const { ts, node, file } = site;
  if (!ts.isIdentifier(node) && !ts.isStringLiteralLike(node)) return [];
  const of = ownerOf(site, node);
  if (!of) return [];
  const written = node.text;
  const known = new Map(of.symbols.map((symbol) => [symbol.name, symbol]));
  return nearestName(written, known.keys(), 4).flatMap(({ name, distance }): Proposal[] => {
    const renamed = ts.isStringLiteralLike(node) ? JSON.stringify(name) : name;
    const here = (text: string, cost: number): Proposal => ({ kind: "misspelling", cost, edits: [replaceNode(site, node, text)] });
    const proposals = [here(of.shorthand ? name : renamed, distance)];
    // `{ titel }` takes part in the name of the value as well.
    if (of.shorthand) proposals.push(here(`${name}: ${written}`, distance + 0.1));
    if (of.shorthand) {
      const uses = namedIn(ts, file, written);
      if (uses.length > 1)
        proposals.push({ kind: "misspelling", cost: distance + 0.2, edits: uses.map((use) => replaceNode(site, use, name)) });
    }
    return [...proposals, ...declared(site, known.get(name), written, distance)];
  });
}

type Owner = { symbols: TsSymbol[]; shorthand: boolean };

/** The properties that are to be had where `node` names one. */
function ownerOf({ ts, checker }: Site, node: Node): Owner | null {
  const { parent } = node;
  const of = (type: Type | undefined, taken: Iterable<string> = [], shorthand = false): Owner | null => {
    if (!type) return null;
    const without = new Set(taken);
    return { symbols: propertiesOf(checker, type).filter(({ name }) => !without.has(name)), shorthand };
  };
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return of(checker.getTypeAtLocation(parent.expression));
  if (ts.isBindingElement(parent)) return of(checker.getTypeAtLocation(parent.parent), [], !parent.propertyName && !parent.initializer);
  if ((ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && parent.name === node) {
    const taken = parent.parent.properties.flatMap(({ name }) => (name && "text" in name ? [name.text] : []));
    return of(checker.getContextualType(parent.parent), taken, ts.isShorthandPropertyAssignment(parent));
  }
  if (ts.isJsxAttribute(parent) && parent.name === node) {
    const taken = parent.parent.properties.flatMap((one) => (ts.isJsxAttribute(one) && "text" in one.name ? [one.name.text] : []));
    return of(checker.getContextualType(parent.parent), taken);
  }
  return null;
}

/** Of a union, those of any member. */
const propertiesOf = (checker: Site["checker"], type: Type): TsSymbol[] =>
  type.isUnion()
    ? type.types.flatMap((one) => checker.getApparentType(one).getProperties())
    : checker.getApparentType(type).getProperties();

/** A text where only certain texts are taken: `variant="primry"`. */
function texts(site: Site): Proposal[] {
  const { ts, node } = site;
  const literal = literalAt(site, node);
  if (!literal || !ts.isStringLiteralLike(literal)) return [];
  const allowed = allowedTexts(site, literal);
  return nearestName(literal.text, allowed).map(({ name, distance }) => {
    const quote = literal.getText(site.file)[0] ?? '"';
    return { kind: "misspelling", cost: distance, edits: [replaceNode(site, literal, `${quote}${name}${quote}`)] };
  });
}

/** The finding may stand at the attribute, the property or the whole comparison. */
function literalAt({ ts }: Site, node: Node): Node | undefined {
  if (ts.isStringLiteralLike(node)) return node;
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) {
    const value = parent.initializer;
    return value && ts.isJsxExpression(value) ? value.expression : value;
  }
  if (ts.isPropertyAssignment(parent)) return parent.initializer;
  if (ts.isVariableDeclaration(parent)) return parent.initializer;
  let literal: Node | undefined;
  for (let at: Node | undefined = parent; at && !literal && !ts.isBlock(at); at = at.parent) {
    if (ts.isBinaryExpression(at)) literal = [at.left, at.right].find(ts.isStringLiteralLike);
  }
  return literal;
}

function allowedTexts({ ts, checker }: Site, literal: Node): string[] {
  const { parent } = literal;
  const other = ts.isBinaryExpression(parent) ? (parent.left === literal ? parent.right : parent.left) : null;
  const type = other
    ? checker.getTypeAtLocation(other)
    : ts.isCaseClause(parent)
      ? checker.getTypeAtLocation(parent.parent.parent.expression)
      : ts.isExpression(literal)
        ? checker.getContextualType(literal)
        : undefined;
  const members = type?.isUnion() ? type.types : type ? [type] : [];
  return members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
}
