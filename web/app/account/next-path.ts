/** Where to go after signing in: `?next=`, if it is a page of this site. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get("next") ?? "/";
  // Browsers drop tabs and line breaks within an address, so that "/\t/evil.example" would lead elsewhere.
  return /^\/(?![/\\])/.test(next) && !/[\t\n\r]/.test(next) ? next : "/";
}

/** Keeps `?next=` (and that a draft waits) when one changes from one page of the account to another; not what went wrong on the last one. */
export function withNext(path: string, search: URLSearchParams): string {
  const kept = new URLSearchParams([...search].filter(([name]) => name === "next" || name === "draft"));
  return kept.size > 0 ? `${path}?${kept}` : path;
}
