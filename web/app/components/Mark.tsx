/** The product's sign. */
export const Mark = ({ className = "size-3" }: { className?: string }) => (
  <svg viewBox="0 0 12 12" aria-hidden="true" className={className}>
    <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />
  </svg>
);
