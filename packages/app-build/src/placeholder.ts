/** What stands in for a component file that does not exist yet while a draft is being written, so that the rest of the app shows already. */

/** Not a path an app's file can have. */
export const PLACEHOLDER = "edgewright:placeholder.js";

/** Only files named like components: anything else might be called, and would break the page. */
export const mayStandIn = (specifier: string): boolean => /^(\.{1,2}|@)\//.test(specifier) && /(^|\/)[A-Z]\w*(\.tsx)?$/.test(specifier);

export const PLACEHOLDER_SOURCE = `const { createElement } = require("react");
const style = { padding: "1.5rem", opacity: 0.55, font: "inherit" };
function Placeholder() {
  return createElement("div", { role: "status", style }, "Being written\\u2026");
}
module.exports = new Proxy({}, { get: (target, name) => name === "__esModule" ? true : typeof name === "string" ? Placeholder : undefined });
`;
