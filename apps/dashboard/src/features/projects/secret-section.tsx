import { useFormatter, useTranslations } from 'use-intl';
import type { Project } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Tag } from '../../ui/tag.tsx';
import { PanelSection } from './facts.tsx';

interface Props {
  project: Project;
  mayWrite: boolean;
  onRotate: () => void;
}

/** Which secrets sign; the secrets themselves are shown once, when they are made. */
export function SecretSection({ project, mayWrite, onRotate }: Props) {
  const t = useTranslations('projects');
  const format = useFormatter();
  const until = project.previousSecretExpiresAt;
  const time = until && format.dateTime(new Date(until), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <PanelSection title={t('panel.secret')} aside={until && <Tag tone="info">{t('panel.rotating')}</Tag>}>
      <ul className="divide-y divide-line rounded-2 border border-line">
        <Secret name={t('panel.current')} hint={t('panel.currentHint')} role={t('panel.signs')} current />
        {time && <Secret name={t('panel.previous')} hint={t('panel.previousHint', { time })} role={t('panel.signsToo')} />}
      </ul>
      {until && <p className="text-12 text-ink-3">{t('panel.overlap')}</p>}
      {mayWrite && (
        <Button size="xs" className="self-start" onClick={onRotate}>
          {t('panel.rotate')}
        </Button>
      )}
    </PanelSection>
  );
}

function Secret({ name, hint, role, current }: { name: string; hint: string; role: string; current?: boolean }) {
  return (
    <li className="grid grid-cols-[8px_minmax(0,1fr)_auto] items-center gap-2.5 px-3 py-2">
      <span className={classes('size-2 rounded-full', current ? 'bg-ok-fill' : 'border-[1.5px] border-line-3')} />
      <span>
        <span className="block">{name}</span>
        <span className="block text-12 text-ink-3">{hint}</span>
      </span>
      <span className="text-12 text-ink-2">{role}</span>
    </li>
  );
}
