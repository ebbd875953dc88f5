import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMay } from '../../data/session.ts';
import { toast } from '../../ui/toasts.tsx';
import { retryable } from './delivery-filter.ts';
import type { State } from './delivery-search.ts';

interface Target {
  id: string;
  eventId: string;
  projectId: string;
  projectName: string;
  state: State;
}

export const mayRetry = ({ state }: { state: State }) => retryable.includes(state);
export const mayCancel = ({ state }: { state: State }) => state === 'pending' || state === 'waiting';

/** What can be done with one delivery. */
export function useDeliveryActs() {
  const t = useTranslations('deliveries');
  const retrying = $api.useMutation('post', '/api/v1/deliveries/{id}/retry');
  const cancelling = $api.useMutation('post', '/api/v1/deliveries/{id}/cancel');
  const replaying = $api.useMutation('post', '/api/v1/events/{id}/replay');
  const refused = (error: unknown) => {
    const { title, detail } = problemOf(error);
    toast(title, { tone: 'bad', detail });
  };
  const done = (text: string, undo?: () => void) => {
    toast(text, { undo });
    void readAgain('deliveries', 'events');
  };
  const retry = ({ id, projectName }: Target) =>
    retrying.mutate(
      { params: { path: { id } } },
      { onSuccess: () => done(t('retried', { project: projectName })), onError: refused },
    );
  return {
    may: useMay('deliveries:write'),
    busy: retrying.isPending || replaying.isPending,
    retry,
    cancel: (target: Target) =>
      cancelling.mutate(
        { params: { path: { id: target.id } } },
        {
          onSuccess: () => done(t('cancelled', { project: target.projectName }), () => retry(target)),
          onError: refused,
        },
      ),
    sendAgain: ({ eventId, projectId, projectName }: Target) =>
      replaying.mutate(
        { params: { path: { id: eventId } }, body: { projectId } },
        {
          onSuccess: ({ deliveries }) => done(t('sentAgain', { project: projectName, count: deliveries })),
          onError: refused,
        },
      ),
  };
}
export type DeliveryActs = ReturnType<typeof useDeliveryActs>;
