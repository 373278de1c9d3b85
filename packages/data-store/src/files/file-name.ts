/** The name of an uploaded file as it is kept: one line without folders, which no system takes for anything else. */
import { plainText } from "@edgewright/contracts";

const LENGTH_MAX = 200;
const NOT_IN_NAMES = /[<>:"|?*\p{Surrogate}]/gu;

export function cleanName(given: string): string {
  const last = plainText(given.normalize("NFC")).split(/[/\\]/).at(-1) ?? "";
  const name = last.replace(NOT_IN_NAMES, "_").replace(/^[\s.]+|[\s.]+$/g, "");
  if (name === "") return "file";
  const letters = [...name];
  if (letters.length <= LENGTH_MAX) return name;
  const ending = [...(/\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "")];
  return [...letters.slice(0, LENGTH_MAX - ending.length), ...ending].join("");
}
