import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import { usePrice } from '../plan/price.ts';
import { usePlans } from '../plans/plans-data.ts';
import { PlanConsequences } from './plan-consequences.tsx';
import { useRereadTenants } from './reread.ts';
import type { OneTenantProps } from './tenant-dialogs.tsx';

/** Shows what another plan means before it is given. */
export function ChangePlan({ tenant, onClose }: OneTenantProps) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const price = usePrice();
  const reread = useRereadTenants();
  const plans = usePlans();
  const [planId, setPlanId] = useState('');
  const path = { id: tenant.id };
  const change = $api.useQuery('get', '/api/v1/tenants/{id}/plan-change', { params: { path, query: { planId } } }, { enabled: planId !== '', staleTime: 0 });
  const give = $api.useMutation('post', '/api/v1/tenants/{id}/plan', {
    onSuccess: ({ name, plan }) => {
      toast(t('planGiven', { name, plan: plan.name }));
      reread();
      onClose();
    },
  });
  const others = plans.data?.data.filter(({ id, archivedAt }) => !archivedAt && id !== tenant.plan.id);
  const chosen = others?.find(({ id }) => id === planId);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('planTitle', { name: tenant.name })}
      description={t('planNow', { plan: tenant.plan.name })}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="change-plan" disabled={!change.data || !chosen} busy={give.isPending}>
            {chosen ? t('planDo', { plan: chosen.name }) : t('planDoNone')}
          </Button>
        </>
      }
    >
      <Form id="change-plan" problem={give.error ? problemOf(give.error) : undefined} onSubmit={() => give.mutate({ params: { path }, body: { planId } })}>
        <Field label={t('planNew')} error={fieldError(give.error, 'planId')}>
          {(wiring) => (
            <Select {...wiring} value={planId} onChange={(event) => setPlanId(event.target.value)}>
              <option value="">{t('planChoose')}</option>
              {others?.map((plan) => (
                <option key={plan.id} value={plan.id}>
                  {t('planPriced', { plan: plan.name, price: price(plan) })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {planId === '' ? (
          <p className="text-ink-2">{t('planFirst')}</p>
        ) : change.error ? (
          <Failure problem={problemOf(change.error)} onRetry={() => void change.refetch()} />
        ) : change.data ? (
          <PlanConsequences change={change.data} />
        ) : (
          <Skeleton rows={9} />
        )}
      </Form>
    </Dialog>
  );
}
