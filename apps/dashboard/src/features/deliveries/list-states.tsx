import { Link } from '@tanstack/react-router';
import { SearchX, Waypoints } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Message, NothingFound } from '../../ui/states.tsx';
import type { DeliverySearch } from './delivery-search.ts';

interface Props {
  /** Nothing but the time is asked for. */
  plain: boolean;
  search: DeliverySearch;
  onWiden: () => void;
  onClear: () => void;
}

/** Nothing yet, nothing lately and nothing found are three different things. */
export function NoDeliveries({ plain, search, onWiden, onClear }: Props) {
  const t = useTranslations('deliveries');
  const ever = $api.useQuery(
    'get',
    '/api/v1/deliveries',
    { params: { query: { limit: 1 } } },
    { enabled: plain },
  );
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: 60_000, enabled: plain });
  if (!plain) return <NothingFound onClear={onClear} />;
  if (!ever.data) return null;
  if (ever.data.data.length > 0) {
    return (
      <Message
        icon={SearchX}
        title={t('noneLately', { range: t(`ranges.${search.range ?? '24h'}`) })}
        action={<Button onClick={onWiden}>{t('widen')}</Button>}
      >
        {t('noneLatelyHint')}
      </Message>
    );
  }
  return (
    <Message
      icon={Waypoints}
      title={t('firstUse')}
      action={
        <>
          {sandbox.data?.available && (
            <Link to="/sandbox" className={buttonClass({ look: 'primary' })}>
              {t('openSandbox')}
            </Link>
          )}
          <Link to="/numbers" className={buttonClass({})}>
            {t('openNumbers')}
          </Link>
        </>
      }
    >
      {t('firstUseHint')}
    </Message>
  );
}
