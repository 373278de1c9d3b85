/**
 * Import direction: web | workers → adapters → db → domain modules → core, contracts.
 * Packages meet each other only at their index.ts (or another entry their package.json exports).
 */
const DOMAIN =
  "accounts|exports|models|projects|agents|text-edits|chat|storage|data-store|audit|app-build|app-check|app-repair|starter-model|app-server";
/** The shell of an app as somebody's own Worker. */
const OWN_WORKER = "^packages/app-server/src/worker/";
/** Tests beside their code. */
const BESIDE = "\\.test\\.tsx?$";
const TESTS = "\\.test\\.tsx?$|vitest\\.config\\.ts$|^bench/|^eval/|^scripts/|^tests/|^packages/[^/]+/tools/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "contracts-stand-on-zod",
      severity: "error",
      from: { path: "^packages/contracts/src" },
      to: { pathNot: "^packages/contracts/src|node_modules/zod/" },
    },
    {
      name: "core-knows-contracts-only",
      severity: "error",
      from: { path: "^packages/core/src", pathNot: TESTS },
      to: { path: "^(packages/(?!core|contracts)|workers|web)" },
    },
    {
      name: "domain-knows-no-shell",
      severity: "error",
      from: { path: `^packages/(${DOMAIN})/`, pathNot: `${TESTS}|${OWN_WORKER}` },
      to: { path: "^(packages/(db|adapters)/|tests/|workers/|web/)" },
    },
    {
      name: "db-knows-domain-only",
      severity: "error",
      from: { path: "^packages/db/", pathNot: TESTS },
      to: { path: "^(packages/adapters/|tests/|workers/|web/)" },
    },
    {
      name: "nothing-knows-the-workers",
      severity: "error",
      from: { path: "^(packages|web)/", pathNot: TESTS },
      to: { path: "^workers/" },
    },
    {
      name: "workers-meet-over-bindings",
      severity: "error",
      from: { path: "^workers/([^/]+)/", pathNot: TESTS },
      to: { path: "^(workers|web)/", pathNot: "^workers/$1/" },
    },
    {
      name: "operations-name-their-ports",
      comment: "the whole of the services is for the code that mounts operations; what they call takes what it names",
      severity: "error",
      from: {
        path: "^workers/",
        pathNot: `${TESTS}|^workers/api/src/(index|app|http/operation|http/handle)\\.ts$|^workers/jobs/src/index\\.ts$`,
      },
      to: { path: "^workers/[^/]+/src/services\\.ts$" },
    },
    {
      name: "platform-stays-in-the-shell",
      comment: "cloudflare:*, drizzle drivers and node:* belong to adapters, workers, scripts and the shells of an app of its own",
      severity: "error",
      from: {
        path: `^packages/(contracts|core|db|${DOMAIN}|app-kit)/`,
        pathNot: `${TESTS}|^packages/app-server/src/standalone/|${OWN_WORKER}`,
      },
      to: { path: "^(cloudflare:|node:)|drizzle-orm/(d1|libsql|better-sqlite3|durable-sqlite)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "packages-meet-at-their-entry",
      severity: "error",
      from: { path: "^packages/([^/]+)/", pathNot: TESTS },
      to: {
        path: "^packages/[^/]+/src/.+",
        pathNot: "^packages/$1/|^packages/[^/]+/src/(index|objects/index|template|fold)\\.ts$|^packages/automations/src/files/index\\.ts$",
      },
    },
    {
      name: "workers-use-packages-at-their-entry",
      severity: "error",
      from: { path: "^(workers|web)/", pathNot: TESTS },
      to: { path: "^packages/[^/]+/src/.+", pathNot: "^packages/[^/]+/src/(index|[a-z-]+/index|template|fold)\\.ts$" },
    },
    {
      name: "tools-use-packages-at-their-entry",
      comment: "build-vendor makes what app-build holds; what a package offers its tests is open to others' too",
      severity: "error",
      from: { path: "^(scripts|bench|eval|tests)/", pathNot: `${BESIDE}|^scripts/build-vendor\\.ts$` },
      to: { path: "^packages/[^/]+/src/.+", pathNot: "^packages/[^/]+/src/((index|[a-z-]+/index|template|fold)\\.ts$|testing/)" },
    },
    {
      name: "no-test-in-product",
      severity: "error",
      from: { path: "^(packages|workers|web)/", pathNot: TESTS },
      to: { path: "^tests/support/|\\.test\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|build|\\.react-router)/|packages/app-kit/template/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
