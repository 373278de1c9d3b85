/** Where to go after signing in: `?next=`, if it is a page of this site. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get("next") ?? "/";
  return /^\/(?![/\\])/.test(next) ? next : "/";
}

/** Keeps `?next=` when one changes from signing in to signing up. */
export const withNext = (path: string, search: URLSearchParams) => (search.size > 0 ? `${path}?${search}` : path);
