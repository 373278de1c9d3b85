/** What people are called: what they say, within bounds; those who came by a link alone, after their address. */
const NAME_MAX = 80;
// Control characters and marks of direction; line breaks are spaces.
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** null: this is no name. */
export function personName(given: unknown): string | null {
  if (typeof given !== "string") return null;
  const name = given.replaceAll(UNSEEN, " ").trim();
  return name !== "" && name.length <= NAME_MAX ? name : null;
}

/** For people who were not asked: what a provider calls them, cut if it must be; else after the address, `ada.byron@…` being Ada Byron. */
export function nameFor(given: string, email: string): string {
  const said = given
    .slice(0, NAME_MAX * 2)
    .replaceAll(UNSEEN, " ")
    .trim();
  if (said !== "") return [...said].slice(0, NAME_MAX).join("").slice(0, NAME_MAX).trim();
  const words = (email.split("@")[0] ?? "")
    .replace(/\+.*$/, "")
    .split(/[._-]+/)
    .filter((word) => word !== "");
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");
  return name.slice(0, NAME_MAX) || "New person";
}
