/** How an app is built: transform, pack, styles, server code, and the page that runs it. Pure; used by Workspace, compiler, dispatch and tests. */
export * from "./app-console.ts";
export * from "./catalogue.ts";
export { kindOf, weightOf } from "./finding-weight.ts";
export * from "./fingerprint.ts";
export type { Module, TransformCache } from "./link.ts";
export { unreachedFindings } from "./link.ts";
export * from "./pack.ts";
export { fileType, namesFile } from "./page-addresses.ts";
export { pagePolicy } from "./page-policy.ts";
export { type PageOptions, renderPage, type Vendor } from "./render-page.ts";
export { REPORTED_HEADER } from "./reported.ts";
export * from "./resolve.ts";
export { servedPaths } from "./served.ts";
export * from "./server-build.ts";
export * from "./server-modules.ts";
export { TRANSFORM_REVISION } from "./transform.ts";
export type { Transformed } from "./transformed.ts";
export { VENDOR } from "./vendor.generated.ts";
