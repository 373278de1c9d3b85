/** The recovery codes, shown this once. Neither Esc nor a press beside it closes them, only the word that they are kept. */
import { Download } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { Dialog, DialogActions } from "../../components/Dialog.tsx";

const NOTHING = () => {};

export const RecoveryCodes = ({ codes, onKept }: { codes: string[]; onKept: () => void }) => (
  <Dialog
    open
    onOpenChange={NOTHING}
    title="Keep your recovery codes"
    description="Each lets you in once when your authenticator app is out of reach. They are not shown again."
    size="tall"
  >
    <ul
      aria-label="Recovery codes"
      className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-card border border-border bg-text/3 p-3 font-mono text-sm"
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <div className="mt-3 flex flex-wrap gap-2">
      <CopyButton text={codes.join("\n")} label="Copy all" />
      <Button onClick={() => download(codes)}>
        <Download aria-hidden="true" />
        Download
      </Button>
    </div>
    <DialogActions>
      <Button variant="primary" onClick={onKept}>
        I have kept them
      </Button>
    </DialogActions>
  </Dialog>
);

function download(codes: string[]) {
  const text = `Recovery codes for Edgewright (${window.location.host})\nEach works once.\n\n${codes.join("\n")}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "edgewright-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}
