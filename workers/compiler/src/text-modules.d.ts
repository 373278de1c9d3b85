/** Files of `dist/` that are loaded into isolates as text. */
declare module "*.txt" {
  const text: string;
  export default text;
}
