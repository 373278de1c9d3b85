/** `POST /api/projects`: a new project; with a prompt, its conversation and first job start at once. */
import { addMessage, parsePrompt } from "@edgewright/chat";
import { CreatedProject, CreateProject } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { chooseModel } from "@edgewright/models";
import { createProject as create } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { projectView } from "./project-view.ts";

export const createProject = operation({
  method: "post",
  path: "/api/projects",
  summary: "Create a project",
  tag: "Projects",
  permission: "project.create",
  on: "home",
  body: CreateProject,
  status: 201,
  returns: CreatedProject,
  needs: ["clock", "jobs", "messages", "modelSources", "outboxDeps", "projects", "uniqueSuffix"],
  async handle({ services, caller, organizationId, body }) {
    // Everything that can be wrong with the request is known before anything is made.
    const prompt = body.prompt === undefined ? ok(undefined) : parsePrompt(body.prompt);
    if (!prompt.ok) return prompt;
    const model = await chooseModel(services, organizationId, body.model);
    if (!model.ok) return model;
    const { name, slug } = body;
    const made = await create(services, { organizationId, origin: caller.origin, prompt: prompt.value, name, slug });
    if (!made.ok) return made;
    const project = { ...made.value, publishedVersion: null, sessionId: null, busy: false, waiting: false };
    if (prompt.value === undefined) return ok({ project: projectView(project, caller.actor), sessionId: null, jobId: null });
    const posted = await addMessage(services, caller, { project, text: prompt.value, model: model.value });
    if (!posted.ok) return posted;
    const { sessionId, jobId } = posted.value;
    return ok({ project: projectView({ ...project, sessionId, busy: true }, caller.actor), sessionId, jobId });
  },
});
