import { describe, expect, it } from "vitest";
import { estimateTokens } from "./tokens.ts";

const CODE = `export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={cn("inline-flex items-center gap-1 rounded-md px-2 py-0.5 text-xs", TONES[tone])}>
      {children}
    </span>
  );
}
`;

/** Text, and the larger of its counts in o200k and cl100k, as the vocabularies' own encoders gave them. */
const COUNTED: Record<string, [text: string, tokens: number]> = {
  code: [CODE.repeat(10), 700],
  prose: ["Keep the conversation and the answer in the window; a project of four hundred files works in it. ".repeat(10), 201],
  German: ["Die Rechnungen sollen nach Fälligkeit sortiert werden, und überfällige Rechnungen bekommen einen roten Rand. ".repeat(5), 136],
  Chinese: ["请把发票按到期日排序，并用红色边框标出逾期的发票。".repeat(5), 140],
  Japanese: ["請求書を期日順に並べ替え、期限切れの請求書に赤い枠を付けてください。".repeat(5), 220],
  Korean: ["청구서를 만기일 순으로 정렬하고 연체된 청구서에는 빨간 테두리를 표시하세요.".repeat(5), 200],
  Russian: ["Отсортируйте счета по сроку оплаты и выделите просроченные красной рамкой. ".repeat(5), 190],
  Arabic: ["رتب الفواتير حسب تاريخ الاستحقاق وميز المتأخرة بإطار أحمر. ".repeat(5), 206],
  Hindi: ["चालानों को नियत तिथि के अनुसार क्रमबद्ध करें। ".repeat(5), 221],
  Thai: ["เรียงใบแจ้งหนี้ตามวันครบกำหนดและเน้นรายการที่เลยกำหนด ".repeat(5), 241],
  emoji: ["🎉🚀✅👩‍💻🇩🇪🔥".repeat(10), 240],
  "a hash": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".repeat(5), 211],
  base64: ["aGVsbG8gd29ybGQhIHRoaXMgaXMgYmFzZTY0IGVuY29kZWQgZGF0YQ==".repeat(5), 195],
  digits: ["1234567890".repeat(20), 67],
  punctuation: ["}){;]=>(<!--&&||??::".repeat(10), 100],
  "class names": ['className="flex items-center gap-2 rounded-md border px-3 py-2 text-sm"'.repeat(5), 101],
  "upper case": ["CREATE TABLE INVOICES (ID TEXT NOT NULL)".repeat(5), 55],
};

describe("the estimate of tokens", () => {
  it.each(Object.entries(COUNTED))("of %s is not below what vocabularies count, and not far above", (_, [text, tokens]) => {
    const estimate = estimateTokens(text);
    expect(estimate).toBeGreaterThanOrEqual(tokens);
    expect(estimate).toBeLessThanOrEqual(tokens * 1.8);
  });

  it("of nothing is nothing, and grows with the text", () => {
    expect(estimateTokens("")).toBe(0);
    expect(estimateTokens(`${CODE}${CODE}`)).toBeGreaterThan(estimateTokens(CODE));
  });
});
