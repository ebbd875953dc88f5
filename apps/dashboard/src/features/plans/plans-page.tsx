import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Tags } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/form.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { Plan } from '../plan/price.ts';
import { type PlanAct, PlanCard } from './plan-card.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { readPlansAgain, usePlans } from './plans-data.ts';
import { useMovePlan } from './use-move-plan.ts';

/** What tenants may have, for how much. */
export function PlansPage() {
  const t = useTranslations('adminPlans');
  const { plan: opened } = useSearch({ from: '/admin/plans' });
  const navigate = useNavigate({ from: '/admin/plans' });
  const { data, error, refetch } = usePlans();
  const plans = data?.data;
  const open = (plan: string | undefined) => void navigate({ search: { plan }, replace: true });
  const [deleting, setDeleting] = useState<Plan | null>(null);
  const move = useMovePlan(plans ?? []);
  const archive = $api.useMutation('patch', '/api/v1/plans/{id}', {
    onSuccess: ({ name, archivedAt }) => {
      toast(t(archivedAt ? 'archived' : 'reopened', { name }));
      readPlansAgain();
    },
    onError: (problem) => toast(problemOf(problem).title, { tone: 'bad', detail: problemOf(problem).detail }),
  });
  const act = (what: PlanAct, plan: Plan) => {
    if (what === 'edit') open(plan.id);
    else if (what === 'delete') setDeleting(plan);
    else if (what === 'archive') archive.mutate({ params: { path: { id: plan.id } }, body: { archived: !plan.archivedAt } });
    else move.mutate({ plan, by: what === 'earlier' ? -1 : 1 });
  };
  const edited = plans?.find(({ id }) => id === opened);
  const create = (
    <Button look="primary" icon={Plus} onClick={() => open('new')}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={create}>
      {error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : !plans ? (
        <Skeleton rows={12} className="rounded-3 border border-line" />
      ) : plans.length === 0 ? (
        <Message icon={Tags} title={t('none')} action={create}>
          {t('noneHint')}
        </Message>
      ) : (
        <div className="flex flex-col gap-4">
          <p className="max-w-180 text-ink-2">{t('intro')}</p>
          {plans.map((plan, at) => (
            <PlanCard key={plan.id} plan={plan} first={at === 0} last={at === plans.length - 1} onAct={(what) => act(what, plan)} />
          ))}
        </div>
      )}
      {opened === 'new' && <PlanDialog position={Math.max(0, ...(plans ?? []).map(({ position }) => position + 1))} onClose={() => open(undefined)} />}
      {edited && <PlanDialog key={edited.id} plan={edited} position={edited.position} onClose={() => open(undefined)} />}
      {deleting && <DeletePlan plan={deleting} onClose={() => setDeleting(null)} />}
    </Page>
  );
}

function DeletePlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useTranslations('adminPlans');
  const remove = $api.useMutation('delete', '/api/v1/plans/{id}', {
    onSuccess: () => {
      toast(t('deleted', { name: plan.name }));
      readPlansAgain();
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('deleteTitle', { name: plan.name })}
      action={t('delete')}
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate({ params: { path: { id: plan.id } } })}
    >
      {t('deleteWhat')}
    </Confirm>
  );
}
