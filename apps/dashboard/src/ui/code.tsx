import { type ReactNode, useMemo } from 'react';

const token = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/g;

/** JSON, indented and coloured; what is not JSON is shown as it is. */
export function Code({ text, label, raw }: { text: string; label: string; raw?: boolean }) {
  const lines = useMemo(() => (raw ? text : pretty(text)).split('\n'), [text, raw]);
  return (
    <div role="region" aria-label={label} tabIndex={0} className="ltr overflow-auto rounded-2 border border-line bg-surface-2 font-mono text-[12px]/[18px] tracking-tight">
      <pre className="min-w-fit py-2">
        {lines.map((line, index) => (
          <div key={index} className="flex pe-3">
            <span aria-hidden className="sticky start-0 w-9 shrink-0 bg-surface-2 pe-2 text-end text-ink-3 select-none">
              {index + 1}
            </span>
            <code className="border-s border-line ps-3 break-all whitespace-pre-wrap">{coloured(line)}</code>
          </div>
        ))}
      </pre>
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function coloured(line: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of line.matchAll(token)) {
    const [whole, string, colon, value] = match;
    parts.push(line.slice(from, match.index));
    const tone = colon ? 'text-brand-text' : string ? 'text-ok' : 'text-info';
    parts.push(
      <span key={match.index} className={tone}>
        {string ?? value}
      </span>,
      colon,
    );
    from = match.index + whole.length;
  }
  parts.push(line.slice(from));
  return parts;
}
