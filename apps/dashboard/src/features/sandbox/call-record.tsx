import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Code } from '../../ui/code.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Fact, Facts } from './step-record.tsx';
import type { Attempt, TracedDelivery } from './steps.ts';

interface Props {
  delivery: TracedDelivery;
  attempt: Attempt | null;
}

/** What a project was sent, and what it answered. */
export function CallRecord({ delivery, attempt }: Props) {
  const t = useTranslations('sandbox.record');
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/deliveries/{id}', { params: { path: { id: delivery.id } } });
  if (error) return <Failure problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={4} />;
  const { request } = data;
  return (
    <>
      <Facts>
        <Fact label={t('delivery')}>
          <Link to="/deliveries" search={{ delivery: delivery.id }} className="link mono">
            {delivery.id}
          </Link>
        </Fact>
        {attempt && (
          <Fact label={t('answer')}>
            <span className="mono">{attempt.status}</span> {attempt.error}
          </Fact>
        )}
        {request && (
          <>
            <Fact label={t('request')}>
              <span className="mono ltr break-all">{request.url}</span>
            </Fact>
            <Fact label={t('body')}>{t(request.unchanged ? 'unchanged' : 'rebuilt', { bytes: request.bytes })}</Fact>
          </>
        )}
      </Facts>
      {request && (
        <details>
          <summary className="link">{t('headers', { count: request.headers.length })}</summary>
          <dl className="mono ltr mt-2 flex flex-col gap-0.5">
            {request.headers.map(({ name, value }) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt className="text-ink-2">{name}:</dt>
                <dd className="min-w-0 break-all">{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {attempt?.response && (
        <div className="flex max-h-40 flex-col">
          <Code text={attempt.response} label={t('response')} />
        </div>
      )}
      {request && (
        <div className="flex max-h-80 flex-col">
          <Code text={request.body} label={t('payload')} />
        </div>
      )}
    </>
  );
}
