/** What the forms of sentences work on: the outline so far, and the ways to add to it. */
import type { Outline, ReadTable } from "./outline.ts";
import type { Asides } from "./text.ts";

export type Context = {
  readonly outline: Outline;
  readonly asides: Asides;
  /** Gives a list's items to a table; without a table they wait for one. */
  fields(table: ReadTable | null, list: string): void;
  link(child: ReadTable, parent: ReadTable): void;
  /** What a phrase is about, if that is a thing to keep. */
  subject(phrase: string, defined?: boolean): string | null;
  isFieldList(list: string, least?: number): boolean;
  readSentence(sentence: string): void;
};
