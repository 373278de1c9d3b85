/** The project's repository on GitHub: whether both sides are the same, what went which way, and what events there set off. */
import type { ProjectGitHub } from "@edgewright/contracts";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { NotLoaded } from "../../components/NotLoaded.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { BranchList } from "./BranchList.tsx";
import { CommitList } from "./CommitList.tsx";
import { Decide } from "./Decide.tsx";
import { LinkDialog } from "./LinkDialog.tsx";
import { PullList } from "./PullList.tsx";
import { RepositoryHead } from "./RepositoryHead.tsx";
import { Rules } from "./Rules.tsx";
import { RunList } from "./RunList.tsx";
import { type GitHub, useGitHub } from "./use-github.ts";

export default function GitHubPane() {
  const github = useGitHub();
  const [deciding, setDeciding] = useState(false);
  const { answer, reload } = github.loaded;
  if (!answer) return <Loading />;
  if (!answer.ok) return <NotLoaded failure={answer.error} retry={reload} className="m-6 sm:mx-auto sm:max-w-md" />;
  const { configured, lacks, installations, link } = answer.value;
  if (!configured) return <NotConfigured lacks={lacks} />;
  if (!link) return installations.length === 0 ? <NotConnected /> : <NotLinked github={github} state={answer.value} />;
  if (deciding) return <Decide github={github} onClose={() => setDeciding(false)} />;
  return (
    <div className="divide-y divide-border">
      <RepositoryHead github={github} link={link} onDecide={() => setDeciding(true)} />
      <BranchList github={github} branches={answer.value.branches} />
      <PullList github={github} link={link} pulls={answer.value.pulls} />
      <Rules github={github} rules={answer.value.rules} />
      <RunList runs={answer.value.runs} />
      <CommitList commits={answer.value.commits} />
    </div>
  );
}

const NotConfigured = ({ lacks }: { lacks: string[] }) => (
  <EmptyState title="This platform has no GitHub App yet">
    Whoever runs it makes one on GitHub, once, and sets what docs/github.md names. Then the code of this project can live in a repository
    too. Not set yet:
    <span className="mt-3 flex flex-col items-center gap-1 font-mono text-xs text-text">
      {lacks.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </span>
  </EmptyState>
);

function NotConnected() {
  const notAllowed = useWhyNot("github.connect", "organization");
  return (
    <EmptyState
      title="Not connected to GitHub"
      action={
        notAllowed ? (
          <Button disabledReason={notAllowed}>Connect GitHub</Button>
        ) : (
          <Link to="/settings/github" className="font-medium underline underline-offset-4">
            Connect GitHub in the organization's settings
          </Link>
        )
      }
    >
      Once an account is connected, each version goes to a repository as a commit, and each commit there comes back as a version.
    </EmptyState>
  );
}

function NotLinked({ github, state }: { github: GitHub; state: ProjectGitHub }) {
  const notAllowed = useWhyNot("github.update");
  const [linking, setLinking] = useState(false);
  return (
    <>
      <EmptyState
        title="No repository yet"
        action={
          <Button variant="primary" disabledReason={notAllowed} onClick={() => setLinking(true)}>
            Choose a repository
          </Button>
        }
      >
        Each version of this project becomes a commit there, and each commit that somebody pushes becomes a version here.
      </EmptyState>
      <LinkDialog github={github} installations={state.installations} open={linking} onClose={() => setLinking(false)} />
    </>
  );
}

const Loading = () => (
  <div className="space-y-3 p-4" aria-hidden="true">
    <Skeleton className="h-6 w-64" />
    <Skeleton className="h-4 w-40" />
    <Skeleton className="h-24 w-full" />
  </div>
);
