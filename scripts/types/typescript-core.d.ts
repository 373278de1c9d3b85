/** The TypeScript compiler as build-types cuts it. */
declare module "typescript-core" {
  const ts: import("../../packages/builder/src/checker/index.ts").TypeScript;
  export default ts;
}
