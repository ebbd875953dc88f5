import { Link } from '@tanstack/react-router';
import { Hash } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { useMay } from '../../data/session.ts';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';

const SHOWN = 5;

/** When each number was heard of last, and how many projects hear of it. */
export function NumberTable() {
  const t = useTranslations('overview.numbers');
  const reads = useMay('waba:read');
  const list = $api.useQuery('get', '/api/v1/phone-numbers', { params: { query: { limit: SHOWN } } }, { enabled: reads });
  if (!reads) return null;
  return (
    <Panel
      title={t('title')}
      aside={
        <Link to="/numbers" className="link text-12">
          {t('open')}
        </Link>
      }
    >
      {list.data ? (
        list.data.data.length === 0 ? (
          <Message icon={Hash} title={t('none')} />
        ) : (
          <table className="grid-table table-fixed">
            <thead>
              <tr>
                <th scope="col">{t('number')}</th>
                <th scope="col" className="end w-24">
                  {t('projects')}
                </th>
                <th scope="col" className="end w-36">
                  {t('last')}
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.data.map((number) => (
                <tr key={number.phoneNumberId}>
                  <td>
                    <Link to="/numbers" search={{ number: number.phoneNumberId }} className="mono ltr hover:underline" title={number.displayName}>
                      {number.phoneNumber}
                    </Link>
                  </td>
                  <td className={classes('end', number.mappings === 0 && 'text-warn')}>{number.mappings === 0 ? t('unmapped') : number.mappings}</td>
                  <td className="end text-ink-3">
                    <Ago at={number.lastWebhookAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      ) : list.error ? (
        <Failure problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <Skeleton rows={SHOWN} />
      )}
    </Panel>
  );
}
