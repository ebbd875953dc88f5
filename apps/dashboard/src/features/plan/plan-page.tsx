import { Gauge } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Plan, usePrice } from './price.ts';
import { UsageRow } from './usage-row.tsx';

/** What the tenant may have, and what it has of it. */
export function PlanPage() {
  const t = useTranslations('plan');
  const s = useTranslations('shell');
  const current = $api.useQuery('get', '/api/v1/plans/current');
  const plans = $api.useQuery('get', '/api/v1/plans');
  const price = usePrice();
  const content = () => {
    if (current.error) return <Failure problem={problemOf(current.error)} onRetry={() => void current.refetch()} />;
    if (!current.data) return <Skeleton rows={8} className="rounded-3 border border-line" />;
    const { plan, usage } = current.data;
    const others = plans.data?.data.filter(({ id, archivedAt }) => id !== plan.id && !archivedAt) ?? [];
    return (
      <div className="flex flex-col gap-4">
        <section className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-3 border border-line p-4">
          <span aria-hidden className="grid size-10 place-items-center rounded-full bg-brand-soft text-brand-text">
            <Gauge className="size-5" strokeWidth={1.5} />
          </span>
          <div className="min-w-0">
            <h2 className="text-16 font-strong">{plan.name}</h2>
            <p dir="auto" className="aligned text-ink-2">{plan.description}</p>
          </div>
          <p className="num ms-auto text-16 font-strong">{price(plan)}</p>
        </section>
        <Panel title={t('usage')}>
          <ul>
            {usage.map((use) => (
              <UsageRow key={use.name} {...use} />
            ))}
          </ul>
        </Panel>
        <Panel title={t('rest')} note={t('restHint')}>
          <Limits plan={plan} />
        </Panel>
        {others.length > 0 && (
          <Panel title={t('others')} note={t('othersHint')}>
            <ul>
              {others.map((other) => (
                <li key={other.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0">
                  <span className="min-w-32 font-mid">{other.name}</span>
                  <span className="flex flex-1 flex-wrap gap-1">
                    {(['numbers', 'projects', 'users'] as const).map((name) => (
                      <Tag key={name}>{t(`has.${name}`, { count: other.limits[name] ?? -1 })}</Tag>
                    ))}
                  </span>
                  <span className="num text-ink-2">{price(other)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    );
  };
  return (
    <Page title={t('title')} crumb={s('settings')}>
      {content()}
    </Page>
  );
}

/** What is limited in speed or time, and so has no count. */
function Limits({ plan }: { plan: Plan }) {
  const t = useTranslations('plan');
  const format = useFormatter();
  const names = ['messagesPerMinute', 'messagesPerMonth', 'apiCallsPerMinute', 'contacts', 'retentionDays'] as const;
  return (
    <dl className="grid gap-px overflow-hidden rounded-b-3 bg-line sm:grid-cols-2 lg:grid-cols-5">
      {names.map((name) => (
        <div key={name} className="bg-surface-1 px-4 py-3 sm:max-lg:last:col-span-2">
          <dt className="text-12 text-ink-2">{t(`limits.${name}`)}</dt>
          <dd className="num mt-0.5 text-16 font-strong">{plan.limits[name] === null ? t('unlimited') : format.number(plan.limits[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
