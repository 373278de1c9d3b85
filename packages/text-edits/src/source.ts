/** A file that edits are looked up in: what is needed to find places is worked out once, and only when a pass asks for it. */
import { FileLines } from "./file-lines.ts";
import { FileText } from "./file-text.ts";
import { unitOf } from "./indentation.ts";
import { isAscii } from "./lookalikes.ts";

const SAMPLE = 200;

export class Source {
  readonly text: FileText;
  private indexed: FileLines | null = null;
  private unit = -1;
  private ascii: boolean | null = null;

  constructor(original: string) {
    this.text = new FileText(original);
  }

  get lines(): FileLines {
    this.indexed ??= new FileLines(this.text);
    return this.indexed;
  }

  get isAscii(): boolean {
    this.ascii ??= isAscii(this.text.flat);
    return this.ascii;
  }

  /** Characters of one level of indentation; 0 if nothing is indented. */
  readonly indentUnit = (): number => {
    if (this.unit < 0) {
      const sample = Array.from({ length: Math.min(SAMPLE, this.lines.length) }, (_, index) => this.lines.text(index));
      this.unit = unitOf(sample);
    }
    return this.unit;
  };
}
