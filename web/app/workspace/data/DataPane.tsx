/** The app's tables and rows. Loaded when first opened. */
export default function DataPane({ shown }: { shown: boolean }) {
  return shown ? null : null;
}
