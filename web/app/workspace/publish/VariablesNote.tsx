/** What the version's server code lacks, or what has changed for it since it is live, with the way to where it is set. */
import type { Publication } from "@edgewright/contracts";
import { Button } from "../../components/Button.tsx";

type Props = { variables: NonNullable<Publication["next"]>["variables"]; onOpen: () => void };

export function VariablesNote({ variables: { missing, changed }, onOpen }: Props) {
  if (missing.length === 0 && changed.length === 0) return null;
  const needed = missing.filter(({ required }) => required);
  return (
    <div className={needed.length > 0 ? "space-y-2 rounded-control bg-warning-soft px-3 py-2.5" : "space-y-2"}>
      {needed.length > 0 && <p>The app needs variables that are not set for production:</p>}
      {missing.length > 0 && needed.length === 0 && <p className="text-muted">Not set for production, and not required:</p>}
      {missing.length > 0 && (
        <ul className="text-sm">
          {missing.map(({ name, description }) => (
            <li key={name}>
              <span className="font-mono break-all">{name}</span>
              {description && <span className="text-muted"> · {description}</span>}
            </li>
          ))}
        </ul>
      )}
      {changed.length > 0 && (
        <p className="text-muted">
          Changed since it was published: <span className="font-mono text-sm break-all">{changed.join(", ")}</span>
        </p>
      )}
      <Button size="sm" onClick={onOpen}>
        Environment
      </Button>
    </div>
  );
}
