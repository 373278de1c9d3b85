/** What a person reads on a page: text that is shown, values of fields, the chosen option. Runs in the page. */

const UNREAD = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "OPTION", "DATALIST", "HEAD"]);
const MUTE_INPUTS = new Set(["checkbox", "radio", "hidden", "file", "password", "image"]);

export const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true }) && !isForReadersOnly(element);

/** Kept for screen readers: clipped to a point. */
function isForReadersOnly(element: Element): boolean {
  if (!(element instanceof HTMLElement) || element.offsetWidth > 1 || element.offsetHeight > 1) return false;
  const { position, overflow } = getComputedStyle(element);
  return position === "absolute" && overflow === "hidden";
}

/** Pieces of different elements are apart by a blank. */
export function textOf(element: Element): string {
  if (UNREAD.has(element.tagName) || !isShown(element)) return "";
  if (element instanceof HTMLInputElement) return MUTE_INPUTS.has(element.type) ? "" : element.value;
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) return [...element.selectedOptions].map((option) => option.label).join(" ");
  let text = "";
  for (const node of element.childNodes) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof Element) text += ` ${textOf(node)} `;
  }
  return text.replace(/\s+/g, " ");
}
