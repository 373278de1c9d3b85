/** `GET /api/projects/:project/versions/:n` */
import { Version } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { VersionNumber } from "./version-number.ts";
import { versionView } from "./version-view.ts";

export const getVersion = operation({
  method: "get",
  path: "/api/projects/{project}/versions/{number}",
  summary: "One version",
  tag: "Versions",
  permission: "version.read",
  on: "project",
  params: z.object({ number: VersionNumber }),
  returns: Version,
  needs: ["versions"],
  async handle({ services, project, params: { number } }) {
    const version = await services.versions.get(project.id, number);
    return version
      ? ok(versionView(version, project.currentVersion))
      : fail("not_found", `There is no version ${number} of this project.`, { next: "Pick a version from its history." });
  },
});
