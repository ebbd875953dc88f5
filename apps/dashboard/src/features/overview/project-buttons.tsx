import { useTranslations } from 'use-intl';
import { $api, problemOf, queryClient } from '../../data/client.ts';
import { Button, type ButtonLook } from '../../ui/button.tsx';
import { toast } from '../../ui/toasts.tsx';
import { durationOf } from './duration.ts';

interface Props {
  id: string;
  name: string;
  look: ButtonLook['look'];
}

/** The API keeps an overview for two seconds. */
const KEPT_MS = 2_200;

const readAgain = () => setTimeout(() => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/v1/overview' }), KEPT_MS);

/** One real call now, past the circuit; when the project answers, what waits for it goes. */
export function ProbeButton({ id, name, look }: Props) {
  const t = useTranslations('overview.do');
  const words = useTranslations('overview.figures');
  const probe = $api.useMutation('post', '/api/v1/projects/{id}/probe', {
    onSuccess: ({ healthy, status, durationMs, error }) => {
      const took = words('took', { ...durationOf(durationMs) });
      if (healthy) toast(t('probeHealthy', { name }), { detail: t('probeHealthyDetail', { status: String(status ?? ''), took }) });
      else toast(t('probeIll', { name }), { tone: 'bad', detail: error ?? t('probeIllDetail', { status: String(status ?? ''), took }) });
      readAgain();
    },
    onError: (error) => toast(t('probeNotMade', { name }), { tone: 'bad', detail: problemOf(error).detail }),
  });
  return (
    <Button look={look} busy={probe.isPending} onClick={() => probe.mutate({ params: { path: { id } } })}>
      {t('probe', { name })}
    </Button>
  );
}

export function EnableButton({ id, name, look }: Props) {
  const t = useTranslations('overview.do');
  const enable = $api.useMutation('post', '/api/v1/projects/{id}/enable', {
    onSuccess: () => {
      toast(t('enabled', { name }), { detail: t('enabledDetail') });
      readAgain();
    },
    onError: (error) => toast(t('notEnabled', { name }), { tone: 'bad', detail: problemOf(error).detail }),
  });
  return (
    <Button look={look} busy={enable.isPending} onClick={() => enable.mutate({ params: { path: { id } } })}>
      {t('enable', { name })}
    </Button>
  );
}
