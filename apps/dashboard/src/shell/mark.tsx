/** The signpost of Waypost on its square, in the colour of the shell. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="8" className="fill-brand" />
      <path
        d="M16 6v20M16 9h7.5l2.5 2.5-2.5 2.5H16M16 16H8.5L6 18.5 8.5 21H16"
        fill="none"
        className="stroke-brand-fg"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
