/** What a list offers besides: to be printed, and to be taken along as it is shown. */
import { Download, Printer } from "lucide-react";
import { downloadTable } from "../lib/csv";
import { Button } from "./Button";

export function PrintButton() {
  return (
    <Button variant="secondary" className="print:hidden" onClick={() => window.print()}>
      <Printer aria-hidden className="-ml-0.5 size-4" />
      Print
    </Button>
  );
}

export function CsvButton() {
  return (
    <Button variant="secondary" className="print:hidden" onClick={downloadTable}>
      <Download aria-hidden className="-ml-0.5 size-4" />
      CSV
    </Button>
  );
}
