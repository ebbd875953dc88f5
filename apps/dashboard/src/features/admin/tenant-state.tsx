import { useFormatter, useTranslations } from 'use-intl';
import { Dot } from '../../ui/tag.tsx';
import type { Tenant } from './platform-data.ts';

/** How a tenant stands; one that is being deleted with the day after which it is gone. */
export function TenantState({ tenant: { status, eraseAfter, erasingSince } }: { tenant: Tenant }) {
  const t = useTranslations('admin.tenant');
  const format = useFormatter();
  if (status === 'active') return <Dot tone="ok">{t('active')}</Dot>;
  if (status === 'suspended') return <Dot tone="bad">{t('suspended')}</Dot>;
  const day = eraseAfter && format.dateTime(new Date(eraseAfter), { day: 'numeric', month: 'short' });
  return <Dot tone="warn">{erasingSince || !day ? t('erasing') : t('deletingOn', { day })}</Dot>;
}
