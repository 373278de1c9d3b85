/** The check run and the comment of a pull request: each is made once, found again by its mark, and kept up to date. */
import type { Failure, Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { findComment } from "../find-comment.ts";
import type { CheckRun, GitRepository } from "../ports.ts";
import type { HeldPull } from "./pull-deps.ts";
import { pullMark } from "./report.ts";

const checkMark = ({ pull: { projectId, number } }: HeldPull) => `${projectId}/${number}`;

/** A check run is of one commit: another one gets its own. What GitHub does not allow is left out; the comment says it all. */
export async function tellCheck(git: GitRepository, held: HeldPull, check: CheckRun): Promise<Failure | null> {
  const { sha, checkId, checkSha } = held.pull;
  const known = checkSha === sha ? ok(checkId) : await git.findCheck(sha, checkMark(held));
  if (!known.ok) return ifAgain(known.error);
  if (known.value !== null) {
    if (checkSha !== sha) await held.advance({ checkId: known.value, checkSha: sha });
    const edited = await git.editCheck(known.value, check);
    return edited.ok ? null : ifAgain(edited.error);
  }
  const made = await git.createCheck(sha, checkMark(held), check);
  if (!made.ok) return ifAgain(made.error);
  await held.advance({ checkId: made.value, checkSha: sha });
  return null;
}

export async function tellComment(git: GitRepository, held: HeldPull, body: string): Promise<Failure | null> {
  const { projectId, number, commentId } = held.pull;
  if (commentId !== null) {
    const edited = await git.editComment(commentId, body);
    if (edited.ok || edited.error.code !== "not_found") return edited.ok ? null : ifAgain(edited.error);
  }
  const found: Outcome<number | null> = await findComment(git, number, pullMark(projectId));
  if (!found.ok) return ifAgain(found.error);
  const told = found.value === null ? await git.addComment(number, body) : await edit(git, found.value, body);
  if (!told.ok) return ifAgain(told.error);
  await held.advance({ commentId: told.value });
  return null;
}

async function edit(git: GitRepository, id: number, body: string): Promise<Outcome<number>> {
  const edited = await git.editComment(id, body);
  return edited.ok ? ok(id) : edited;
}

const ifAgain = (failure: Failure) => (failure.retry ? failure : null);
