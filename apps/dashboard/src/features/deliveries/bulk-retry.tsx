import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMay } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { watchBulk } from './bulk-progress.tsx';
import { type DeliveryFilter, retryStates } from './delivery-filter.ts';

/** Retries all that the filter meets: asks once, with the number that was counted as it asked. */
export function BulkRetry({ filter, states: named }: { filter: DeliveryFilter; states: string | undefined }) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const may = useMay('deliveries:write');
  const states = retryStates(named);
  const [until, setUntil] = useState<string | null>(null);
  const counted = $api.useQuery(
    'get',
    '/api/v1/deliveries/count',
    { params: { query: { ...filter, states } } },
    { enabled: may && states.length > 0 },
  );
  const bounded = { ...filter, states, until: filter.until ?? until ?? undefined };
  const exact = $api.useQuery(
    'get',
    '/api/v1/deliveries/count',
    { params: { query: bounded } },
    { enabled: until !== null, staleTime: 0 },
  );
  const start = $api.useMutation('post', '/api/v1/deliveries/retry');
  const count = counted.data?.count ?? 0;
  const close = () => {
    setUntil(null);
    start.reset();
  };
  const confirm = () =>
    start.mutate(
      { body: bounded },
      {
        onSuccess: ({ id }) => {
          watchBulk(id);
          close();
          void readAgain('bulk-operations', 'deliveries');
        },
      },
    );
  if (!may || (count === 0 && until === null)) return null;
  const asked = exact.data?.count ?? count;
  return (
    <>
      <Button look="primary" icon={RotateCcw} onClick={() => setUntil(new Date().toISOString())}>
        {t('retryAll', { count })}
      </Button>
      <Confirm
        open={until !== null}
        onClose={close}
        title={t('retryAsk', { count: asked })}
        action={t('retryAll', { count: asked })}
        onConfirm={confirm}
        // Not while it is counted again, as it is with every change: a button must not go from under a click.
        busy={start.isPending || exact.isLoading}
        problem={start.error ? problemOf(start.error) : undefined}
        danger={false}
      >
        <p>
          {t('retryMeans', {
            states: format.list(
              states.map((state) => t(`stateWords.${state}`)),
              { type: 'disjunction' },
            ),
          })}
        </p>
        <p className="mt-2">{t('retryLater')}</p>
      </Confirm>
    </>
  );
}

const AT_ONCE = 4;

/** Retries the ticked ones, one call each. */
export function useRetryEach() {
  const t = useTranslations('deliveries');
  const retry = $api.useMutation('post', '/api/v1/deliveries/{id}/retry');
  const [left, setLeft] = useState(0);
  const run = async (ids: string[]) => {
    const queue = [...ids];
    let refused = 0;
    setLeft(queue.length);
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        await retry.mutateAsync({ params: { path: { id } } }).catch(() => (refused += 1));
        setLeft((before) => before - 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    setLeft(0);
    if (ids.length > refused) toast(t('retriedMany', { count: ids.length - refused }));
    if (refused > 0) toast(t('notRetried', { count: refused }), { tone: 'bad', detail: t('notRetriedWhy') });
    await readAgain('deliveries');
  };
  return { run, busy: left > 0 };
}
