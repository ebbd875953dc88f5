import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../data/client.ts';

/** Wrong e-mail and wrong password have one answer; all else has the API's words. */
export function DoorProblem({ problem }: { problem: Problem }) {
  const t = useTranslations('signIn');
  const [title, hint] = words(problem, t);
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

function words({ code, status, title, detail }: Problem, t: ReturnType<typeof useTranslations<'signIn'>>): [string, string] {
  if (code === 'bad_credentials') return [t('wrong'), t('wrongHint')];
  if (code === 'bad_code') return [t('wrongCode'), t('wrongCodeHint')];
  if (code === 'link_over') return [t('linkOver'), t('linkOverHint')];
  if (status === 0) return [t('unreachable'), t('unreachableHint')];
  return [title, detail];
}
