/** A file that is no text: a picture as it looks, a font in a line of its letters, others by name and size. */
import { useEffect, useState } from "react";
import { Button } from "../../components/Button.tsx";
import { sizeText } from "../../settings/organization/size-text.ts";
import { typeOf } from "./binary.ts";

export function BinaryFile({ path, base64 }: { path: string; base64: string }) {
  const type = typeOf(path);
  const address = `data:${type};base64,${base64}`;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center gap-4 overflow-auto p-6">
      {type.startsWith("image/") && (
        <img
          src={address}
          alt={name}
          className="max-h-[60vh] max-w-full rounded-control border border-border bg-[repeating-conic-gradient(#8882_0_25%,transparent_0_50%)] bg-size-[16px_16px] object-contain"
        />
      )}
      {type.startsWith("font/") && <FontSample address={address} />}
      <p className="text-center text-sm text-muted">
        {name}, {sizeText(Math.floor((base64.replace(/=+$/, "").length * 3) / 4))}. In the app it is at{" "}
        <code className="font-mono text-xs text-text">{path.replace(/^public/, "")}</code>
      </p>
      <Button size="sm" onClick={() => download(address, name)}>
        Download
      </Button>
    </div>
  );
}

function FontSample({ address }: { address: string }) {
  const [family, setFamily] = useState<string | null>(null);
  useEffect(() => {
    const face = new FontFace("ew-sample", `url(${address})`);
    face.load().then(
      () => {
        document.fonts.add(face);
        setFamily(face.family);
      },
      () => setFamily(null),
    );
    return () => void document.fonts.delete(face);
  }, [address]);
  if (family === null) return null;
  return (
    <p className="max-w-full text-center text-2xl break-words" style={{ fontFamily: family }}>
      The quick brown fox jumps over the lazy dog 0123456789
    </p>
  );
}

function download(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
