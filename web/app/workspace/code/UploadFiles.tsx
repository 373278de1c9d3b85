/** Under the list of files: pictures, fonts and documents of a person's computer, chosen. They can be dropped anywhere on the code, too. */
import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../components/Button.tsx";
import { UPLOAD_LIMITS } from "./read-uploads.ts";

export function UploadFiles({ notAllowed, onFiles }: { notAllowed: string | null; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="border-t border-border p-2">
      <Button size="sm" className="w-full" disabledReason={notAllowed} onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" />
        Upload to public/
      </Button>
      {notAllowed === null && <p className="px-1 pt-1.5 text-xs text-muted">Or drop files here. {UPLOAD_LIMITS}</p>}
      <input
        ref={input}
        type="file"
        multiple
        aria-label="Files to upload"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
