import { type Allowed, useMayWrite } from "../lib/access";
import { formatOption } from "../lib/format";
import { Button } from "./Button";

type Props<V extends string> = Allowed & {
  options: readonly V[];
  countOf: (option: V) => number;
  /** The option that I voted for. */
  mine: V | null;
  onVote: (option: V) => Promise<unknown>;
};

/** What there is to vote for, with its votes and a button. */
export function Votes<V extends string>({ options, countOf, mine, onVote, may }: Props<V>) {
  const mayVote = useMayWrite(may);
  const all = options.reduce((sum, option) => sum + countOf(option), 0);
  return (
    <ul className="flex flex-col gap-3">
      {options.map((option) => {
        const count = countOf(option);
        return (
          <li key={option} className="flex items-center gap-4 rounded-card border border-border bg-surface px-5 py-4">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{formatOption(option)}</span>
              <span className="mt-2 block h-1.5 overflow-hidden rounded-full bg-text/10">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${all === 0 ? 0 : (100 * count) / all}%` }} />
              </span>
            </span>
            <span className="w-8 text-right text-lg font-semibold tabular-nums">{count}</span>
            {mayVote && (
              <Button variant={mine === option ? "primary" : "secondary"} aria-pressed={mine === option} onClick={() => onVote(option)}>
                {mine === option ? "My vote" : "Vote"}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
