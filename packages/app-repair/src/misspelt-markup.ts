/** Elements and attributes that are not there, and properties that come misspelt from elsewhere. */

import { nearestName, nodesOf } from "@edgewright/app-check";
import type { Node } from "typescript";
import { type Proposal, replaceNode, type Site } from "./site.ts";

/** An element that HTML does not have. */
export function tags(site: Site): Proposal[] {
  const { ts, node, checker } = site;
  const element = node.parent;
  if (!(ts.isJsxOpeningElement(element) || ts.isJsxSelfClosingElement(element)) || !ts.isIdentifier(element.tagName)) return [];
  const { tagName } = element;
  const closing = ts.isJsxElement(element.parent) ? element.parent.closingElement.tagName : null;
  return nearestName(
    tagName.text,
    checker.getJsxIntrinsicTagNamesAt(node).map((symbol) => symbol.name),
  ).map(({ name, distance }) => ({
    kind: "misspelling",
    cost: distance,
    edits: [tagName, ...(closing ? [closing] : [])].map((at) => replaceNode(site, at, name)),
  }));
}

/** An attribute that the component does not take; the finding may stand at another, or at the element. */
export function attributes(site: Site): Proposal[] {
  const { ts, checker, file } = site;
  let element: Node | undefined = site.node;
  while (element && element !== file && !ts.isJsxOpeningElement(element) && !ts.isJsxSelfClosingElement(element)) element = element.parent;
  if (!element || !(ts.isJsxOpeningElement(element) || ts.isJsxSelfClosingElement(element))) return [];
  const given = element.attributes.properties.filter(ts.isJsxAttribute);
  const names =
    checker
      .getContextualType(element.attributes)
      ?.getProperties()
      .map(({ name }) => name) ?? [];
  const written = new Set(given.map(({ name }) => name.getText(file)));
  const free = names.filter((name) => !written.has(name));
  return given.flatMap(({ name }) => {
    const text = name.getText(file);
    if (names.includes(text) || text === "key" || text.includes("-")) return [];
    return nearestName(text, free).map(
      ({ name: meant, distance }): Proposal => ({
        kind: "misspelling",
        cost: distance + 0.05,
        edits: [replaceNode(site, name, meant)],
      }),
    );
  });
}

/** `Property 'value' is missing in type '{ vale: string }'`: the slip is where that object is made. */
export function missingProperty({ ts, inspection, fault }: Site): Proposal[] {
  const [, wanted, type] = /Property '(\w+)' is missing in type '(.*?)' but/s.exec(fault.message) ?? [];
  if (wanted === undefined || type === undefined) return [];
  const names = [...type.matchAll(/(\w+)\??:/g)].map(([, name]) => name ?? "");
  return nearestName(wanted, names).flatMap(({ name, distance }): Proposal[] => {
    const edits = inspection.sources.paths().flatMap((path) => {
      const file = inspection.file(path);
      if (!file?.text.includes(name)) return [];
      return [...nodesOf(ts, file)]
        .filter(
          (node) =>
            ts.isIdentifier(node) && node.text === name && (ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)),
        )
        .filter((node) => "name" in node.parent && node.parent.name === node)
        .map((node) => ({ path, start: node.getStart(file), end: node.end, text: wanted }));
    });
    return edits.length > 0 ? [{ kind: "misspelling", cost: distance + 0.3, edits }] : [];
  });
}
