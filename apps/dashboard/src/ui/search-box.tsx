import { Search } from 'lucide-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';

const REST_MS = 350;

interface Props {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder: string;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

/** Says what is typed when the typing rests, or at Enter. */
export function SearchBox({ value, onChange, label, placeholder, className, ref }: Props) {
  const [text, setText] = useState(value);
  const [from, setFrom] = useState(value);
  if (from !== value) {
    setFrom(value);
    setText(value);
  }
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (text === from) return;
    const timer = setTimeout(() => latest.current(text.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [text, from]);
  return (
    <span className={classes('relative inline-flex items-center', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute start-2 size-4 text-ink-3"
        strokeWidth={1.5}
      />
      <input
        ref={ref}
        type="search"
        value={text}
        aria-label={label}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(text.trim());
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className="h-7 w-full min-w-0 rounded-2 border border-line-2 bg-surface-1 ps-8 pe-7 pointer-coarse:min-h-11 [&::-webkit-search-cancel-button]:hidden"
      />
      <span aria-hidden className="pointer-events-none absolute end-1.5 pointer-coarse:hidden">
        <Kbd>/</Kbd>
      </span>
    </span>
  );
}
