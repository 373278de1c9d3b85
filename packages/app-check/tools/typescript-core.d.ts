/** The TypeScript compiler as build-types cuts it. */
declare module "typescript-core" {
  const ts: import("../src/index.ts").TypeScript;
  export default ts;
}
