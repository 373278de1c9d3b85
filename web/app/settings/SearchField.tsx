/** Narrows a list as one types. Esc clears it. */
import { Search } from "lucide-react";
import { cn } from "../components/cn.ts";
import { Input } from "../components/Input.tsx";

interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

export const SearchField = ({ label, placeholder, value, onChange, className }: SearchFieldProps) => (
  <div className={cn("relative max-w-72", className)}>
    <Search aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-muted" />
    <Input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && onChange("")}
      className="pl-8"
    />
  </div>
);
