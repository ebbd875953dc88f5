import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, problemOf } from '../../data/client.ts';
import { toast } from '../../ui/toasts.tsx';
import type { Plan } from '../plan/price.ts';
import { readPlansAgain } from './plans-data.ts';

/** Puts a plan a place earlier or later. Two may stand at the same position, so all are counted anew; only what differs is written. */
export function useMovePlan(plans: Plan[]) {
  const t = useTranslations('adminPlans');
  return useMutation({
    mutationFn: async ({ plan, by }: { plan: Plan; by: -1 | 1 }) => {
      const at = plans.findIndex(({ id }) => id === plan.id);
      const order = plans.toSpliced(at, 1).toSpliced(at + by, 0, plan);
      for (const [position, { id, position: before }] of order.entries()) {
        if (position === before) continue;
        const { error } = await api.PATCH('/api/v1/plans/{id}', { params: { path: { id } }, body: { position } });
        if (error) throw error;
      }
    },
    onSuccess: (_done, { plan, by }) => toast(t(by < 0 ? 'movedEarlier' : 'movedLater', { name: plan.name })),
    onError: (error) => toast(problemOf(error).title, { tone: 'bad', detail: problemOf(error).detail }),
    onSettled: readPlansAgain,
  });
}
