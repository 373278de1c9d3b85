/** Checks the log against its chain, a long one in several requests, and shows the proof or what does not fit. */
import type { AuditProof } from "@edgewright/contracts";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { Answer } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";
import { useAction } from "../../api/use-action.ts";
import { Button } from "../../components/Button.tsx";
import { FailureCard } from "../../components/FailureCard.tsx";

type LogCheck = { proof: AuditProof; complete: boolean };

export function useCheck(path: string) {
  const [checked, setChecked] = useState<LogCheck | null>(null);
  const {
    busy,
    failure,
    run: check,
  } = useAction(async () => {
    setChecked(null);
    let sum: AuditProof | null = null;
    let from: number | null = null;
    do {
      const answer: Answer<AuditProof> = await call<AuditProof>("GET", `${path}/verify${from === null ? "" : `?from=${from}`}`);
      if (!answer.ok) return answer.error;
      sum = joined(sum, answer.value);
      from = answer.value.next;
      setChecked({ proof: sum, complete: from === null });
    } while (from !== null);
    return null;
  });
  return { busy, checked, failure, check };
}

const joined = (before: AuditProof | null, part: AuditProof): AuditProof =>
  before === null
    ? part
    : {
        ...part,
        ok: before.ok && part.ok,
        rows: before.rows + part.rows,
        faults: [...before.faults, ...part.faults],
      };

export const CheckButton = ({ busy, check }: Pick<ReturnType<typeof useCheck>, "busy" | "check">) => (
  <Button busy={busy} onClick={() => void check()}>
    <ShieldCheck aria-hidden="true" />
    Check the log
  </Button>
);

export function CheckResult({ checked, failure }: Pick<ReturnType<typeof useCheck>, "checked" | "failure">) {
  if (failure)
    return (
      <FailureCard title="The log could not be checked" className="mb-4">
        {failure.message} {failure.next}
      </FailureCard>
    );
  if (!checked) return null;
  const { proof, complete } = checked;
  if (!proof.ok) return <Faults proof={proof} />;
  return (
    <section role="status" className="mb-4 flex gap-2.5 rounded-card border border-success/35 bg-success-soft p-3">
      <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" />
      <div>
        <p className="font-medium">{complete ? "No line was altered or removed" : "So far, no line was altered or removed"}</p>
        <p className="text-text/85">
          {count(proof.rows)} checked
          {proof.rows > 0 && `, from line ${proof.from.toLocaleString("en")} to ${proof.to.toLocaleString("en")}`}.
          {proof.waiting > 0 && ` ${count(proof.waiting)} will be sealed within a minute.`}
          {!complete && " Checking the rest…"}
        </p>
      </div>
    </section>
  );
}

const count = (lines: number) => `${lines.toLocaleString("en")} ${lines === 1 ? "line" : "lines"}`;

const Faults = ({ proof }: { proof: AuditProof }) => (
  <FailureCard title="The log is not what was written" className="mb-4">
    <p>
      {count(proof.rows)} checked. Somebody changed the database itself: nothing in Edgewright alters or removes single lines. What does not
      fit:
    </p>
    <ul className="mt-2 list-disc pl-4">
      {proof.faults.map(({ number, kind, id, says }) => (
        <li key={`${number} ${kind} ${id}`}>
          {says} {id && <code className="font-mono text-xs text-muted">{id}</code>}
        </li>
      ))}
    </ul>
  </FailureCard>
);
