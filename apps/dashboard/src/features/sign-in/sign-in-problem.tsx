import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../data/client.ts';

/** Wrong e-mail and wrong password have one answer; all else has the API's words. */
export function SignInProblem({ problem }: { problem: Problem }) {
  const t = useTranslations('signIn');
  const wrong = problem.status === 401 || problem.status === 422;
  const away = problem.status === 0;
  return (
    <div role="alert" className="flex gap-2.5 rounded-3 border border-bad-line bg-bad-soft px-3 py-2.5">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" strokeWidth={1.5} />
      <div>
        <p className="font-mid text-bad">{wrong ? t('wrong') : away ? t('unreachable') : problem.title}</p>
        <p className="text-ink-2">{wrong ? t('wrongHint') : away ? t('unreachableHint') : problem.detail}</p>
      </div>
    </div>
  );
}
