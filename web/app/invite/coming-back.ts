/** The sign-in or sign-up page that leads back to an invitation. */
export const comingBack = (page: "/sign-in" | "/sign-up", secret: string): string =>
  `${page}?${new URLSearchParams({ next: `/invite?${new URLSearchParams({ secret })}` })}`;
