/** `npm run docs:permissions`: writes docs/permissions.md. */
import { writeFileSync } from "node:fs";
import { ALL_OPERATIONS } from "../workers/api/src/app.ts";
import { permissionsDocument } from "../workers/api/src/docs/permissions.ts";

writeFileSync(new URL("../docs/permissions.md", import.meta.url), permissionsDocument(ALL_OPERATIONS));
