import { CircleAlert } from 'lucide-react';

/** What is in the way of coming in, and what can be done. */
export function DoorAlert({ title, hint }: { title: string; hint: string }) {
  return (
    <div role="alert" className="flex gap-2.5 rounded-3 border border-bad-line bg-bad-soft px-3 py-2.5">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" strokeWidth={1.5} />
      <div>
        <p dir="auto" className="aligned font-mid text-bad">
          {title}
        </p>
        <p dir="auto" className="aligned text-ink-2">
          {hint}
        </p>
      </div>
    </div>
  );
}
