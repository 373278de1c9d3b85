/** A style sheet read as CSS tokens: its addresses are made absolute, since all sheets end up in the page itself; in a `.module.css` its classes get names of their own. */

import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import type { FileMap, Finding } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import type { Address } from "./address.ts";
import { fingerprint } from "./fingerprint.ts";
import { buildFinding, positionAt } from "./position.ts";
import { basePath } from "./resolve.ts";
import { addressOf } from "./served.ts";

export type Sheet = {
  css: string;
  /** Of a `.module.css`: the name written → the name in the page. */
  classes: Record<string, string>;
  addresses: Address[];
  /** Files of the app it loads. */
  serves: string[];
  /** Whole `@import` rules of sheets elsewhere: they must come before everything else. */
  outside: string[];
  findings: Finding[];
};

/** What all sheets of a page come to, as far as it does not depend on classes. */
export type PageSheets = {
  findings: Finding[];
  /** The sheets that were read, to see whether what was made of them is still good. */
  sheets: FileMap;
  /** What they have the browser load. */
  addresses: { path: string; addresses: Address[] }[];
  serves: string[];
  /** `@import` rules of sheets elsewhere, which come before all others. */
  outside: string[];
};

const MAX_FINDINGS = 10;
const OF_INTEREST = /url\(|@import|@font-face/i;

export function readSheet(path: string, text: string): Sheet {
  const isModule = path.endsWith(".module.css");
  const sheet: Sheet = { css: text, classes: {}, addresses: [], serves: [], outside: [], findings: [] };
  if (isModule || OF_INTEREST.test(text)) new Reader(path, text, sheet, isModule).read();
  return sheet;
}

class Reader {
  readonly #path: string;
  readonly #text: string;
  readonly #sheet: Sheet;
  readonly #isModule: boolean;
  readonly #suffix: string;
  readonly #tokens: CSSToken[];
  readonly #out: string[] = [];
  /** The innermost at-rule that says what an address is for. */
  #inFont = false;
  /** Open parentheses of a `:global(…)`; "rest" where it holds to the end of the selector. */
  #global: number | "rest" | null = null;

  constructor(path: string, text: string, sheet: Sheet, isModule: boolean) {
    this.#path = path;
    this.#text = text;
    this.#sheet = sheet;
    this.#isModule = isModule;
    this.#suffix = `_${fingerprint(path).slice(0, 5)}`;
    this.#tokens = tokenize({ css: text });
  }

  read(): void {
    for (let index = 0; index < this.#tokens.length; index++) index = this.#take(index);
    this.#sheet.css = this.#out.join("");
  }

  /** Writes what begins at `index`; the last token it took. */
  #take(index: number): number {
    const token = at(this.#tokens, index);
    const [type, raw] = token;
    if (type === TokenType.AtKeyword) {
      this.#inFont = token[4].value.toLowerCase() === "font-face";
      if (token[4].value.toLowerCase() === "import") return this.#import(index);
    } else if (type === TokenType.URL) {
      this.#out.push(`url(${JSON.stringify(this.#address(token[4].value, token[2]))})`);
      return index;
    } else if (type === TokenType.Function && token[4].value.toLowerCase() === "url") {
      const text = this.#tokens[index + 1];
      if (text?.[0] === TokenType.String) {
        this.#out.push(raw, JSON.stringify(this.#address(text[4].value, text[2])));
        return index + 1;
      }
    }
    if (this.#isModule) {
      const taken = this.#localName(index);
      if (taken !== null) return taken;
    }
    this.#out.push(raw);
    return index;
  }

  /** The last token of a name of the module's own; null where none begins. */
  #localName(index: number): number | null {
    const token = at(this.#tokens, index);
    const next = this.#tokens[index + 1];
    const [type, raw] = token;
    if (this.#global !== null) return this.#inGlobal(this.#global, type, index);
    if (type === TokenType.Colon && (next?.[0] === TokenType.Function || next?.[0] === TokenType.Ident)) {
      const name = next[4].value.toLowerCase();
      if (name === "global") {
        this.#global = next[0] === TokenType.Function ? 1 : "rest";
        return index + 1;
      }
    }
    if (type === TokenType.Delim && raw === "." && next?.[0] === TokenType.Ident) {
      const own = next[4].value + this.#suffix;
      Object.defineProperty(this.#sheet.classes, next[4].value, { value: own, enumerable: true, configurable: true, writable: true });
      this.#out.push(".", next[1] + this.#suffix);
      return index + 1;
    }
    if (type === TokenType.Ident && raw.toLowerCase() === "composes" && next?.[0] === TokenType.Colon)
      this.#find(token[2], '"composes" is not known here. Put both classes on the element itself.');
    return null;
  }

  #inGlobal(depth: number | "rest", type: CSSToken[0], index: number): number | null {
    if (depth === "rest") {
      if (type === TokenType.OpenCurly || type === TokenType.Comma) this.#global = null;
      return null;
    }
    if (type === TokenType.Function || type === TokenType.OpenParen) this.#global = depth + 1;
    else if (type === TokenType.CloseParen) {
      this.#global = depth === 1 ? null : depth - 1;
      if (depth === 1) return index;
    }
    return null;
  }

  /** One of the app's own sheets is for Tailwind to bring in; one from elsewhere goes to the front of the page's styles. */
  #import(index: number): number {
    let end = index;
    let address: string | null = null;
    let after = index;
    let inUrl = false;
    for (; end < this.#tokens.length; end++) {
      const token = at(this.#tokens, end);
      if (token[0] === TokenType.Semicolon || token[0] === TokenType.OpenCurly) break;
      if (token[0] === TokenType.Function && address === null) inUrl = true;
      const closes = token[0] === TokenType.CloseParen && inUrl;
      if (address === null && (token[0] === TokenType.URL || token[0] === TokenType.String)) address = token[4].value;
      else if (!closes) continue;
      if (closes) inUrl = false;
      after = end + 1;
    }
    const rule = this.#tokens.slice(index, end + 1).map(([, raw]) => raw);
    if (address !== null && /^(https?:)?\/\//i.test(address)) {
      this.#record("style", address, at(this.#tokens, index)[2]);
      this.#sheet.outside.push(rule.join(""));
    } else if (address === null) this.#out.push(...rule);
    // Tailwind takes an address in `url(…)` for one elsewhere.
    else this.#out.push(`@import ${JSON.stringify(address)}`, ...rule.slice(after - index));
    return end;
  }

  #address(written: string, at: number): string {
    const use = this.#inFont ? "font" : "image";
    if (/^(https?:)?\/\//i.test(written)) this.#record(use, written, at);
    if (written === "" || /^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(written)) return written;
    const [plain = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(written)?.slice(1) ?? [];
    if (plain.startsWith("/")) {
      this.#record(use, written, at);
      return written;
    }
    const path = basePath(this.#path, /^\.{0,2}\//.test(plain) || plain.startsWith("@/") ? plain : `./${plain}`) ?? plain;
    this.#sheet.serves.push(path);
    this.#record(use, addressOf(path), at);
    return addressOf(path) + rest;
  }

  #record(use: Address["use"], address: string, at: number): void {
    const { line } = this.#sheet.addresses.length < 50 ? positionAt(this.#text, at) : { line: 1 };
    this.#sheet.addresses.push({ use, address, whole: true, line });
  }

  #find(at: number, message: string): void {
    if (this.#sheet.findings.length < MAX_FINDINGS)
      this.#sheet.findings.push(buildFinding(this.#path, message, positionAt(this.#text, at)));
  }
}
