import { useTranslations } from 'use-intl';
import type { Problem } from '../../data/client.ts';
import { DoorAlert } from './door-alert.tsx';

/** Wrong e-mail and wrong password have one answer; all else has the API's words. */
export function DoorProblem({ problem }: { problem: Problem }) {
  const t = useTranslations('signIn');
  const [title, hint] = words(problem, t);
  return <DoorAlert title={title} hint={hint} />;
}

function words({ code, status, title, detail }: Problem, t: ReturnType<typeof useTranslations<'signIn'>>): [string, string] {
  if (code === 'bad_credentials') return [t('wrong'), t('wrongHint')];
  if (code === 'bad_code') return [t('wrongCode'), t('wrongCodeHint')];
  if (code === 'link_over') return [t('linkOver'), t('linkOverHint')];
  if (status === 0) return [t('unreachable'), t('unreachableHint')];
  return [title, detail];
}
