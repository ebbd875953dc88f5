import { Link } from '@tanstack/react-router';
import { planLimits } from '@waypost/contracts';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Plan, usePrice } from '../plan/price.ts';

export type PlanAct = 'edit' | 'earlier' | 'later' | 'archive' | 'delete';

interface Props {
  plan: Plan;
  first: boolean;
  last: boolean;
  onAct: (act: PlanAct) => void;
}

/** A plan: its price, its limits, and what it includes. */
export function PlanCard({ plan, first, last, onAct }: Props) {
  const t = useTranslations('adminPlans');
  const limits = useTranslations('plan');
  const format = useFormatter();
  const price = usePrice();
  const { name, slug, tenants = 0 } = plan;
  return (
    <section aria-label={name} className="min-w-0 overflow-hidden rounded-3 border border-line bg-surface-1">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
        <h2 dir="auto" className="text-16 font-strong">{name}</h2>
        <span className="mono ltr text-ink-3">{slug}</span>
        {plan.archivedAt ? <Tag tone="warn">{t('isArchived')}</Tag> : <Tag tone={plan.public ? 'ok' : 'neutral'}>{t(plan.public ? 'isPublic' : 'isPrivate')}</Tag>}
        <span className="num ms-auto font-strong">{price(plan)}</span>
        <span className="flex items-center gap-1.5">
          <Button size="xs" icon={Pencil} aria-label={t('editNamed', { name })} onClick={() => onAct('edit')}>
            {t('edit')}
          </Button>
          <Menu
            trigger={
              <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
                {t('more', { name })}
              </Button>
            }
          >
            <MenuItem icon={ArrowUp} disabled={first} onSelect={() => onAct('earlier')}>
              {t('earlier')}
            </MenuItem>
            <MenuItem icon={ArrowDown} disabled={last} onSelect={() => onAct('later')}>
              {t('later')}
            </MenuItem>
            <MenuDivider />
            <MenuItem icon={plan.archivedAt ? ArchiveRestore : Archive} onSelect={() => onAct('archive')}>
              {t(plan.archivedAt ? 'reopen' : 'archive')}
            </MenuItem>
            <MenuItem icon={Trash2} danger={tenants === 0} disabled={tenants > 0} hint={tenants > 0 ? t('inUse') : undefined} onSelect={() => onAct('delete')}>
              {t('delete')}
            </MenuItem>
          </Menu>
        </span>
        <p className="flex w-full flex-wrap items-baseline gap-x-3 text-ink-2">
          {plan.description && <span dir="auto" className="aligned min-w-0">{plan.description}</span>}
          <Link to="/admin/tenants" search={{ plan: slug }} className="link num ms-auto">
            {t('tenants', { count: tenants })}
          </Link>
        </p>
      </header>
      <dl className="grid grid-cols-2 gap-px border-y border-line bg-line sm:grid-cols-3 xl:grid-cols-9">
        {planLimits.map((limit) => {
          const most = plan.limits[limit];
          return (
            <div key={limit} className="min-w-0 bg-surface-1 px-4 py-2 max-sm:last:col-span-2 xl:px-3">
              <dt className="text-12 text-ink-2 xl:min-h-8">{limits(`limits.${limit}`)}</dt>
              <dd className={classes('num', most === null ? 'text-ink-2' : 'font-strong')}>{most === null ? limits('unlimited') : format.number(most)}</dd>
            </div>
          );
        })}
      </dl>
      <div className="flex min-h-10 flex-wrap items-center gap-1.5 px-4 py-2">
        {plan.features.length === 0 && <span className="text-ink-3">{t('noFeatures')}</span>}
        {plan.features.map((feature) => (
          <Tag key={feature}>{t(`features.${feature}`)}</Tag>
        ))}
      </div>
    </section>
  );
}
