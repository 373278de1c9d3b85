/** A value that a test counts on: without it the test fails there and then, and says so. */
export function must<T>(value: T | null | undefined, what = "A value"): T {
  if (value === null || value === undefined) throw new Error(`${what} that this test counts on is ${value}.`);
  return value;
}
