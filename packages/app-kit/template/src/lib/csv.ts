/** The table on the page as a file that spreadsheets open: the rows that are shown, in their order. */

/** A value that a spreadsheet would take for a formula is kept a text. */
const cell = (text: string) => `"${(/^[=+@\t\r]|^-(?![\d.,]+$)/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export function downloadTable(): void {
  const table = document.querySelector<HTMLTableElement>("main table");
  if (!table) return;
  const lines = Array.from(table.rows, (row) => Array.from(row.cells, (one) => cell(textOf(one))).join(","));
  const link = document.createElement("a");
  // The mark tells spreadsheets that it is UTF-8.
  link.href = URL.createObjectURL(new Blob([`\u{feff}${lines.join("\r\n")}`], { type: "text/csv" }));
  link.download = `${document.querySelector("h1")?.textContent ?? "rows"}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function textOf(one: HTMLElement): string {
  const box = one.querySelector<HTMLInputElement>("input[type=checkbox]");
  const day = one.querySelector("time");
  if (day) return day.dateTime;
  return box ? (box.checked ? "Yes" : "No") : (one.textContent ?? "").trim();
}
