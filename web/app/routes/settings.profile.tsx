/** Placeholder until the screen is there. */
export default function Screen() {
  return null;
}
