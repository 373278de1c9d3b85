#!/usr/bin/env node
/** Says what is missing on an older Node, where main.js would end with an import that there is not. */
const NEEDED = 24;

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `This app needs Node ${NEEDED} or later, and this is Node ${process.versions.node}. Install a newer one, or use the Dockerfile.`,
  );
  process.exit(1);
}
await import("./main.js");
