/** A file to import, chosen or dropped. */
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { cn } from "../../../components/cn.ts";

export function ChooseFile({ problem, onChoose }: { problem: string | null; onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onChoose(file);
  };
  return (
    <>
      <fieldset
        aria-label="File to import"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        className={cn(
          "flex flex-col items-center gap-3 rounded-card border border-dashed px-4 py-10 text-center",
          over ? "border-muted bg-text/4" : "border-border-strong",
        )}
      >
        <Upload aria-hidden="true" className="size-5 text-muted" />
        <p>Drop a file here, or choose one.</p>
        <Button variant="primary" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <p className="text-sm text-muted">
          CSV, Excel (.xlsx) or JSON, up to 100,000 rows. Nothing is written before you have seen what comes in.
        </p>
        <input
          ref={input}
          type="file"
          aria-label="File"
          accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </fieldset>
      {problem && (
        <p role="alert" className="mt-3 text-danger">
          {problem}
        </p>
      )}
    </>
  );
}
