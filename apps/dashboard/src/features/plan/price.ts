import type { Schemas } from '@waypost/api-client';
import { directionOf } from '@waypost/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { useCurrentLocale } from '../../i18n/locale.ts';

export type Plan = Schemas['PlanView'];

/** In a line from right to left an amount keeps its own order by an isolate. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** "$29.00 a month", out of micro-units. */
export function usePrice(): (plan: Pick<Plan, 'priceMicros' | 'currency' | 'interval'>) => string {
  const t = useTranslations('plan');
  const format = useFormatter();
  const rightToLeft = directionOf(useCurrentLocale()) === 'rtl';
  return ({ priceMicros, currency, interval }) => {
    if (priceMicros === 0) return t('free');
    const price = format.number(priceMicros / 1_000_000, { style: 'currency', currency });
    return t(`per.${interval}`, { price: rightToLeft ? isolated(price) : price });
  };
}
