import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Dot, type Tone } from '../../ui/tag.tsx';

const tones: Record<'ok' | 'degraded' | 'down', Tone> = { ok: 'ok', degraded: 'warn', down: 'bad' };

/** Whether signing in can work at all, and which Waypost this is. */
export function ServiceState() {
  const t = useTranslations('signIn');
  const ready = $api.useQuery('get', '/api/v1/system/health/ready', {}, { retry: false, refetchInterval: 15_000 });
  const about = $api.useQuery('get', '/api/v1/system/health', {}, { retry: false });
  const state = ready.data?.status ?? (ready.error ? 'down' : undefined);
  return (
    <footer className="flex min-h-5 flex-wrap items-center gap-x-4 gap-y-1 text-12 text-ink-2">
      <span role="status">{state && <Dot tone={tones[state]}>{t(`state.${state}`)}</Dot>}</span>
      {about.data && <span className="num">{t('version', { version: about.data.version })}</span>}
    </footer>
  );
}
