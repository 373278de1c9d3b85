/** Which of a few views of one place is shown: buttons in a row, one of them pressed. */
import { cn } from "./cn.ts";

interface ViewChoiceProps<V extends string | null> {
  /** Read by screen readers. */
  legend: string;
  views: readonly { view: V; label: string }[];
  shown: V;
  go: (view: V) => void;
}

export const ViewChoice = <V extends string | null>({ legend, views, shown, go }: ViewChoiceProps<V>) => (
  <fieldset className="flex gap-0.5">
    <legend className="sr-only">{legend}</legend>
    {views.map(({ view, label }) => {
      const on = shown === view;
      return (
        <button
          key={label}
          type="button"
          aria-pressed={on}
          onClick={() => go(view)}
          className={cn(
            "h-7 rounded-control px-2.5 text-sm font-medium transition-colors pointer-coarse:h-9",
            on ? "bg-text/8 text-text" : "text-muted hover:bg-text/4 hover:text-text",
          )}
        >
          {label}
        </button>
      );
    })}
  </fieldset>
);
