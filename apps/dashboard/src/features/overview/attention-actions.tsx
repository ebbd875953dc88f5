import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../data/session.ts';
import { type ButtonLook, buttonClass } from '../../ui/button.tsx';
import { EnableButton, ProbeButton } from './project-buttons.tsx';
import type { Attention } from './overview-data.ts';

/** One action that helps, and where to look closer. */
export function AttentionActions({ item, look }: { item: Attention; look: ButtonLook['look'] }) {
  const t = useTranslations('overview.do');
  const mayRoute = useMay('routing:write');
  const { id, name } = item.subject;
  const count = item.count ?? 0;
  const deliveries = (states: string, label: string, how: ButtonLook['look']) => (
    <Link to="/deliveries" search={{ projectId: id, states, range: '30d' }} className={buttonClass({ look: how })}>
      {label}
    </Link>
  );
  switch (item.kind) {
    case 'circuit_open':
    case 'project_failing':
      return (
        <>
          {deliveries('waiting', t('seeWaiting', { count: item.kind === 'circuit_open' ? count : 0 }), 'bare')}
          {mayRoute && <ProbeButton id={id} name={name} look={look} />}
        </>
      );
    case 'deliveries_failed':
      return deliveries('failed', t('seeFailed', { count }), look);
    case 'project_disabled':
      return (
        <>
          <Link to="/projects" search={{ project: id }} className={buttonClass({ look: 'bare' })}>
            {t('openProject')}
          </Link>
          {mayRoute && <EnableButton id={id} name={name} look={look} />}
        </>
      );
    case 'app_without_secret':
    case 'app_refused':
    case 'app_not_verified':
      return (
        <Link to="/numbers" search={{ app: id }} className={buttonClass({ look })}>
          {t(item.kind)}
        </Link>
      );
  }
}
