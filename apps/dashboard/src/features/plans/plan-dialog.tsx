import { planLimits, type PlanLimit } from '@waypost/contracts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field, Input, Select, TextArea } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { Plan } from '../plan/price.ts';
import { FeatureFields } from './feature-fields.tsx';
import { amountOf, microsOf, wholeOf } from './plan-figures.ts';
import { readPlansAgain } from './plans-data.ts';

interface Props {
  /** To be changed; without it a new one is made. */
  plan?: Plan;
  position: number;
  onClose: () => void;
}

/** Makes or changes a plan. */
export function PlanDialog({ plan, position, onClose }: Props) {
  const t = useTranslations('adminPlans');
  const limits = useTranslations('plan');
  const ui = useTranslations('ui');
  const [features, setFeatures] = useState(plan?.features ?? []);
  const [wrong, setWrong] = useState<(PlanLimit | 'price')[]>([]);
  const saved = ({ name }: Plan) => {
    toast(t(plan ? 'saved' : 'created', { name }));
    readPlansAgain();
    onClose();
  };
  const create = $api.useMutation('post', '/api/v1/plans', { onSuccess: saved });
  const patch = $api.useMutation('patch', '/api/v1/plans/{id}', { onSuccess: saved });
  const error = create.error ?? patch.error;
  const submit = (form: FormData) => {
    const text = (key: string) => String(form.get(key) ?? '').trim();
    const priceMicros = microsOf(text('price'));
    const typed = planLimits.map((limit) => [limit, wholeOf(text(limit))] as const);
    const refused = typed.filter(([, value]) => value === undefined).map(([limit]) => limit);
    setWrong(priceMicros === undefined ? ['price', ...refused] : refused);
    if (priceMicros === undefined || refused.length > 0) return;
    const slug = text('slug');
    const body = {
      name: text('name'),
      description: text('description'),
      priceMicros,
      currency: text('currency').toUpperCase(),
      interval: text('interval') === 'year' ? ('year' as const) : ('month' as const),
      limits: Object.fromEntries(typed),
      features,
      public: form.get('public') === 'on',
      position,
    };
    if (plan) patch.mutate({ params: { path: { id: plan.id } }, body });
    else create.mutate({ body: { ...body, ...(slug && { slug }) } });
  };
  const limitError = (limit: PlanLimit) => (wrong.includes(limit) ? t('noNumber') : fieldError(error, `limits.${limit}`));
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={plan ? t('editNamed', { name: plan.name }) : t('newTitle')}
      description={plan && (plan.tenants ?? 0) > 0 ? t('editHint', { count: plan.tenants ?? 0 }) : undefined}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="plan" busy={create.isPending || patch.isPending}>
            {t(plan ? 'save' : 'create')}
          </Button>
        </>
      }
    >
      <Form id="plan" problem={error ? problemOf(error) : undefined} onSubmit={submit}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} error={fieldError(error, 'name')}>
            {(wiring) => <Input {...wiring} autoFocus name="name" defaultValue={plan?.name} maxLength={100} autoComplete="off" />}
          </Field>
          {plan ? (
            <Field label={t('slug')} hint={t('slugFixed')}>
              {(wiring) => <Input {...wiring} className="mono ltr" value={plan.slug} disabled />}
            </Field>
          ) : (
            <Field label={t('slug')} hint={t('slugHint')} error={fieldError(error, 'slug')}>
              {(wiring) => <Input {...wiring} name="slug" className="mono ltr" maxLength={40} autoComplete="off" spellCheck={false} />}
            </Field>
          )}
        </div>
        <Field label={t('description')} error={fieldError(error, 'description')}>
          {(wiring) => <TextArea {...wiring} name="description" rows={2} defaultValue={plan?.description} maxLength={500} />}
        </Field>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          <Field label={t('price')} error={wrong.includes('price') ? t('noAmount') : fieldError(error, 'priceMicros')}>
            {(wiring) => <Input {...wiring} name="price" inputMode="decimal" className="num ltr" defaultValue={amountOf(plan?.priceMicros ?? 0)} autoComplete="off" />}
          </Field>
          <Field label={t('currency')} error={fieldError(error, 'currency')}>
            {(wiring) => <Input {...wiring} name="currency" className="mono ltr uppercase" defaultValue={plan?.currency ?? 'USD'} maxLength={3} autoComplete="off" spellCheck={false} />}
          </Field>
          <Field label={t('interval')} error={fieldError(error, 'interval')}>
            {(wiring) => (
              <Select {...wiring} name="interval" defaultValue={plan?.interval ?? 'month'}>
                <option value="month">{t('month')}</option>
                <option value="year">{t('year')}</option>
              </Select>
            )}
          </Field>
        </div>
        <fieldset className="border-t border-line pt-3">
          <legend className="sr-only">{t('limits')}</legend>
          <p aria-hidden className="font-strong">{t('limits')}</p>
          <p className="mb-3 text-12 text-ink-2">{t('limitsHint')}</p>
          <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3">
            {planLimits.map((limit) => (
              <Field key={limit} label={limits(`limits.${limit}`)} error={limitError(limit)}>
                {(wiring) => (
                  <Input {...wiring} name={limit} inputMode="numeric" className="num ltr" placeholder={limits('unlimited')} defaultValue={plan?.limits[limit] ?? undefined} autoComplete="off" />
                )}
              </Field>
            ))}
          </div>
        </fieldset>
        <FeatureFields chosen={features} onChange={setFeatures} />
        <label className="flex items-center gap-2.5 border-t border-line pt-3 pointer-coarse:min-h-11">
          <Checkbox name="public" defaultChecked={plan?.public ?? true} />
          <span>
            {t('public')}
            <span className="block text-12 text-ink-3">{t('publicHint')}</span>
          </span>
        </label>
      </Form>
    </Dialog>
  );
}
