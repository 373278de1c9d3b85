/** How an app is built: transform, pack, styles, server code, and the page that runs it. Pure; used by Workspace, compiler, dispatch and tests. */
export * from "./catalogue.ts";
export { weightOf } from "./finding-weight.ts";
export * from "./fingerprint.ts";
export * from "./pack.ts";
export { type PageOptions, renderPage, type Vendor } from "./render-page.ts";
export { REPORTED_HEADER } from "./reported.ts";
export * from "./resolve.ts";
export * from "./server-build.ts";
export * from "./server-modules.ts";
export { TRANSFORM_REVISION, type Transformed, transformFile } from "./transform.ts";
export { VENDOR } from "./vendor.generated.ts";
