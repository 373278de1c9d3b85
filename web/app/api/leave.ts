/** Leaves for another page. What waits for it stays busy until this page is gone, so it never resolves. */
export function leaveFor(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => {});
}

/** The same for the page anew. */
export function loadAnew(): Promise<never> {
  window.location.reload();
  return new Promise(() => {});
}
