import type { Schemas } from '@waypost/api-client';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Scroll } from '../../ui/scroll.tsx';
import { Tag } from '../../ui/tag.tsx';
import { usePrice } from '../plan/price.ts';

/** What a tenant has, may have now, and may have then. */
export function PlanConsequences({ change }: { change: Schemas['PlanChangeView'] }) {
  const t = useTranslations('admin.tenant');
  const plan = useTranslations('plan');
  const feature = useTranslations('adminPlans');
  const format = useFormatter();
  const price = usePrice();
  const { planNow, planThen, limits, featuresLost, featuresGained } = change;
  const most = (max: number | null) => (max === null ? plan('unlimited') : format.number(max));
  const over = limits.filter((limit) => limit.over).length;
  return (
    <div className="flex flex-col gap-3">
      {over > 0 && <p className="rounded-2 border border-warn-line bg-warn-soft p-3 text-ink">{t('overWhat', { count: over })}</p>}
      <div className="overflow-hidden rounded-3 border border-line">
        <Scroll label={t('consequences')}>
          <table className="grid-table min-w-130">
            <thead>
              <tr>
                <th>{t('limit')}</th>
                <th className="end">{t('inUse')}</th>
                <th className="end">{planNow.name}</th>
                <th className="end">{planThen.name}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td>{feature('price')}</td>
                <td />
                <td className="end text-ink-2">{price(planNow)}</td>
                <td className="end font-mid">{price(planThen)}</td>
              </tr>
              {limits.map(({ name, used, maxNow, maxThen, over: tooMany }) => (
                <tr key={name}>
                  <td>{plan(`limits.${name}`)}</td>
                  <td className="end text-ink-2">{used !== null && format.number(used)}</td>
                  <td className="end text-ink-2">{most(maxNow)}</td>
                  <td className={classes('end', maxNow !== maxThen && 'font-mid', tooMany && 'text-warn')}>
                    {most(maxThen)} {tooMany && <Tag tone="warn">{t('over')}</Tag>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
      {featuresLost.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5">
          {t('loses')}
          {featuresLost.map((one) => (
            <Tag key={one} tone="bad">{feature(`features.${one}`)}</Tag>
          ))}
        </p>
      )}
      {featuresGained.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5">
          {t('gains')}
          {featuresGained.map((one) => (
            <Tag key={one} tone="ok">{feature(`features.${one}`)}</Tag>
          ))}
        </p>
      )}
    </div>
  );
}
