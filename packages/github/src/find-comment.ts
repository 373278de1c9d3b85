/** The App's own comment on an issue or a pull request, by a mark in its source. Anybody can write the mark, so only the App's own count. */
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { GitRepository } from "./ports.ts";

export async function findComment(git: GitRepository, issue: number, mark: string): Promise<Outcome<number | null>> {
  const comments = await git.comments(issue);
  return comments.ok ? ok(comments.value.find(({ own, body }) => own && body.includes(mark))?.id ?? null) : comments;
}
