/** The outside world behind the domain's ports. Each adapter has a file of its own. */
export * from "./audited-writes.ts";
export * from "./database.ts";
export { DEFAULT_DNS_URL } from "./dns/query-dns.ts";
export { txtOverHttps } from "./dns/txt-over-https.ts";
export { githubApi } from "./github/github-api.ts";
export { GITHUB_VARIABLES, githubSettings, missingGitHub } from "./github/settings.ts";
export { type CheckSignature, webhookSignatures } from "./github/webhooks.ts";
export { r2Outbox } from "./mail/outbox.ts";
export { configuredMailer, MAIL_VARIABLES, mailProblem, noMailer } from "./mail/settings.ts";
export { modelSources } from "./models/sources.ts";
export { addressProblem, isOwnMachine, mayBeAsked, type OutsideRules, outsideFetch } from "./outside/address.ts";
export { OUTSIDE_VARIABLES, outsideRules } from "./outside/rules.ts";
export * from "./r2-blobs.ts";
export * from "./r2-builds.ts";
export * from "./r2-pictures.ts";
export { steadily, steadyBuild, steadyCompiler } from "./steady-compiler.ts";
