/** The field under "Something else". A press on that takes the person into it; arrow keys, which only pass by, do not. */
import { type RefObject, useEffect, useRef } from "react";
import { Input } from "../../../components/Input.tsx";

/** `pressed`: for the choice. `pointed`: for its field. */
export function useOwnWords() {
  const pointed = useRef(false);
  return {
    pointed,
    pressed: () => {
      pointed.current = true;
    },
  };
}

interface OwnWordsProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
  disabled: boolean;
  pointed: RefObject<boolean>;
}

export function OwnWords({ label, text, onChange, disabled, pointed }: OwnWordsProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (pointed.current) field.current?.focus();
  }, [pointed]);
  return (
    <div className="py-1 pr-2 pl-8">
      <Input
        ref={field}
        aria-label={`${label} Something else`}
        placeholder="In your own words"
        maxLength={200}
        disabled={disabled}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
