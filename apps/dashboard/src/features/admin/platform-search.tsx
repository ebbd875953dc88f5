import { useRef } from 'react';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { SearchBox } from '../../ui/search-box.tsx';

interface Props {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
}

/** A search in the header; `/` comes here. */
export function SearchField({ value, onChange, placeholder }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ '/': () => field.current?.focus() });
  return <SearchBox ref={field} value={value} onChange={onChange} label={placeholder} placeholder={placeholder} className="w-[min(400px,calc(100vw-32px))]" />;
}
