import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AttentionRow } from './attention-row.tsx';
import type { Attention, ProjectFigures } from './overview-data.ts';

const MOST = 5;

/** What needs a person, the most harmful first. A row leaves when its cause is gone, not when it is clicked. */
export function AttentionList({ attention, projects }: { attention: Attention[]; projects: ProjectFigures[] }) {
  const t = useTranslations('overview');
  const { all } = useSearch({ from: '/tenant/' });
  const navigate = useNavigate({ from: '/' });
  if (attention.length === 0) {
    return (
      <Panel>
        <p className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2">
          <CircleCheck aria-hidden className="size-4 text-ok" strokeWidth={1.5} />
          <span role="heading" aria-level={2} className="font-strong">
            {t('nothingNeedsYou')}
          </span>
          <span className="text-12 text-ink-3">{t('allNormal', { count: projects.length })}</span>
        </p>
      </Panel>
    );
  }
  const shown = all ? attention : attention.slice(0, MOST);
  const troubled = new Set(attention.filter(({ subject }) => subject.type === 'project').map(({ subject }) => subject.id));
  const normal = projects.filter(({ id }) => !troubled.has(id)).length;
  const showAll = () => void navigate({ to: '/', search: (old) => ({ ...old, all: all ? undefined : true }), replace: true });
  return (
    <Panel
      title={
        <span className="flex items-center gap-2">
          {t('needsAttention')} <Tag tone={attention.some(({ severity }) => severity === 'bad') ? 'bad' : 'warn'}>{attention.length}</Tag>
        </span>
      }
      aside={
        projects.length > 0 && (
          <span className="hidden text-12 text-ink-3 sm:inline">{t('restNormal', { normal, count: projects.length })}</span>
        )
      }
    >
      <ul>
        {shown.map((item, index) => (
          <AttentionRow key={`${item.kind} ${item.subject.id}`} item={item} first={index === 0} />
        ))}
      </ul>
      {attention.length > MOST && (
        <footer className="border-t border-line px-3 py-1.5">
          <Button look="bare" onClick={showAll}>
            {all ? t('showFirst', { count: MOST }) : t('showMore', { count: attention.length - MOST })}
          </Button>
        </footer>
      )}
    </Panel>
  );
}
