import type { Schemas } from '@waypost/api-client';
import { useFormatter, useTranslations } from 'use-intl';

export type Plan = Schemas['PlanView'];

/** "$29.00 a month", out of micro-units. */
export function usePrice(): (plan: Pick<Plan, 'priceMicros' | 'currency' | 'interval'>) => string {
  const t = useTranslations('plan');
  const format = useFormatter();
  return ({ priceMicros, currency, interval }) =>
    priceMicros === 0 ? t('free') : t(`per.${interval}`, { price: format.number(priceMicros / 1_000_000, { style: 'currency', currency }) });
}
