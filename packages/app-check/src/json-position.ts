/** Where in a JSON text a value stands. Used to give findings about app.json and data/schema.json a line. */

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

type Level = { array: boolean; index: number; key: string };

/** The index of the value at `path`, or of its nearest parent that exists. The text must be valid JSON. */
export function jsonPosition(text: string, path: readonly PropertyKey[]): number {
  const wanted = path.map(String);
  const levels: Level[] = [];
  let best = 0;
  let depth = -1;
  let expectsKey = false;
  const visit = (at: number) => {
    const here = levels.map(({ array, index, key }) => (array ? String(index) : key));
    if (here.length > depth && here.length <= wanted.length && here.every((part, level) => part === wanted[level])) {
      best = at;
      depth = here.length;
    }
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "}" || token === "]") levels.pop();
    else if (token === ",") {
      expectsKey = level?.array === false;
      if (level?.array) level.index++;
    } else if (token === ":") expectsKey = false;
    else if (expectsKey && level) level.key = JSON.parse(token) as string;
    else {
      visit(index);
      if (token === "{" || token === "[") {
        levels.push({ array: token === "[", index: 0, key: "" });
        expectsKey = token === "{";
      }
    }
  }
  return best;
}
