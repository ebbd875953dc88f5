import { useTranslations } from 'use-intl';
import type { Project } from '../../data/lists.ts';
import { Dot, Tag } from '../../ui/tag.tsx';

const tones = { closed: 'ok', open: 'bad', half_open: 'warn' } as const;
const inks = { closed: 'text-ink-2', open: 'text-bad', half_open: 'text-warn' };

export function CircuitDot({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const { breaker } = project.health;
  if (project.status !== 'enabled') {
    return (
      <span className="text-ink-3">
        <Dot>{t('disabled')}</Dot>
      </span>
    );
  }
  return (
    <span className={inks[breaker]}>
      <Dot tone={tones[breaker]}>{t(`circuit.${breaker}`)}</Dot>
    </span>
  );
}

/** How a project is, in a word. */
export function StateTag({ project }: { project: Project }) {
  const t = useTranslations('projects');
  const { breaker, failingSince, consecutiveFailures } = project.health;
  if (project.status !== 'enabled') return <Tag>{t('state.disabled')}</Tag>;
  if (breaker === 'open') return <Tag tone="bad">{t('state.open')}</Tag>;
  if (breaker === 'half_open') return <Tag tone="warn">{t('state.half_open')}</Tag>;
  if (failingSince && consecutiveFailures > 0) return <Tag tone="warn">{t('state.failing')}</Tag>;
  return <Tag tone="ok">{t('state.healthy')}</Tag>;
}
