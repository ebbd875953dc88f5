import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dot, type Tone } from '../../ui/tag.tsx';

/** How the test event fares, until it is closed. */
export function TestResult({ deliveryId, onClose }: { deliveryId: string; onClose: () => void }) {
  const t = useTranslations('projects');
  const { data } = $api.useQuery('get', '/api/v1/deliveries/{id}', { params: { path: { id: deliveryId } } });
  const state = data?.state ?? 'pending';
  const tone: Tone = state === 'delivered' ? 'ok' : state === 'failed' || state === 'cancelled' ? 'bad' : state === 'waiting' ? 'warn' : 'info';
  const words = () => {
    if (!data || state === 'pending' || state === 'delivering') return t('test.on');
    if (state === 'delivered') return t('test.delivered', { status: String(data.lastStatus ?? ''), ms: String(data.log.at(-1)?.durationMs ?? 0) });
    const error = data.lastError ?? data.cause ?? '';
    return state === 'waiting' ? t('test.waiting', { attempts: String(data.attempts), error }) : t('test.failed', { error });
  };
  return (
    <div className="mt-3 flex items-start gap-2 rounded-2 border border-line bg-surface-2 px-3 py-2">
      <div role="status" className="min-w-0 flex-1">
        <p className="font-mid">
          <Dot tone={tone}>{t('test.title')}</Dot>
        </p>
        <p className="text-12 break-words text-ink-2">{words()}</p>
        <Link to="/deliveries" search={{ delivery: deliveryId }} className="link text-12">
          {t('test.open')}
        </Link>
      </div>
      <Button size="xs" look="bare" icon={X} iconOnly onClick={onClose}>
        {t('test.close')}
      </Button>
    </div>
  );
}
