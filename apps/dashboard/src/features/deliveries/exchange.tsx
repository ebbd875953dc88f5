import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Code } from '../../ui/code.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { Attempt } from './attempt-list.tsx';
import type { DeliveryDetail } from './delivery-pane.tsx';
import type { PaneTab } from './delivery-search.ts';

interface Props {
  detail: DeliveryDetail;
  attempt: Attempt | undefined;
  tab: PaneTab;
  onTab: (tab: PaneTab) => void;
}

/** What went out, and what came back at the attempt that is open. */
export function Exchange({ detail, attempt, tab, onTab }: Props) {
  const t = useTranslations('deliveries');
  const { request } = detail;
  const headers = request?.headers.map(({ name, value }) => `${name}: ${value}`).join('\n') ?? '';
  const copied = { request: request?.body ?? '', response: attempt?.response ?? '', headers }[tab];
  return (
    <>
      <div className="shrink-0">
        <Tabs
          value={tab}
          onChange={onTab}
          aside={copied !== '' && <CopyButton text={copied} label={t('copy')} />}
          tabs={[
            {
              value: 'request',
              label: t('request'),
              content: (
                <Well>
                  {request ? (
                    <Code text={request.body} label={t('requestBody')} />
                  ) : (
                    <Quiet>{t('requestGone')}</Quiet>
                  )}
                </Well>
              ),
            },
            {
              value: 'response',
              label: (
                <>
                  {t('response')}
                  {attempt && attempt.status !== null && (
                    <Tag tone={attempt.error === null ? 'ok' : 'bad'}>{attempt.status}</Tag>
                  )}
                </>
              ),
              content: (
                <Well>
                  {attempt?.response ? (
                    <Code text={attempt.response} label={t('responseBody')} />
                  ) : (
                    <Quiet>{attempt ? t('emptyResponse') : t('noAttempts')}</Quiet>
                  )}
                </Well>
              ),
            },
            {
              value: 'headers',
              label: (
                <>
                  {t('headers')}{' '}
                  <span className="num text-12 text-ink-3">{request?.headers.length ?? 0}</span>
                </>
              ),
              content: (
                <Well>
                  {request ? <Headers headers={request.headers} /> : <Quiet>{t('requestGone')}</Quiet>}
                </Well>
              ),
            },
          ]}
        />
      </div>
      {request && <Proof request={request} signature={detail.signature} />}
    </>
  );
}

const Well = ({ children }: { children: ReactNode }) => <div className="px-4 pt-2.5">{children}</div>;
const Quiet = ({ children }: { children: ReactNode }) => <p className="py-4 text-ink-2">{children}</p>;

function Headers({ headers }: { headers: { name: string; value: string }[] }) {
  return (
    <dl className="ltr rounded-2 border border-line bg-surface-2 px-3 py-2">
      {headers.map(({ name, value }) => (
        <div key={name} className="mono grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3 py-0.5">
          <dt className="break-words text-ink-2">{name}</dt>
          <dd className="break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether the bytes are Meta's, and whose signature vouched for them. */
function Proof({
  request,
  signature,
}: {
  request: NonNullable<DeliveryDetail['request']>;
  signature: DeliveryDetail['signature'];
}) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  return (
    <footer className="mt-auto flex shrink-0 items-start gap-2 px-4 py-2.5 text-12 text-ink-3">
      <ShieldCheck aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />
      <p className="min-w-0">
        {t(request.unchanged ? 'byteForByte' : 'oneItem', { bytes: format.number(request.bytes) })}{' '}
        <span className="mono ltr inline-flex items-center gap-1" title={request.sha256}>
          {t('sha')} {request.sha256.slice(0, 6)}…{request.sha256.slice(-4)}
          <CopyButton text={request.sha256} what={t('sha')} />
        </span>
        <br />
        {signature?.appId
          ? t('signatureChecked', { app: signature.appName ?? signature.appId })
          : t('signatureNone')}
      </p>
    </footer>
  );
}
