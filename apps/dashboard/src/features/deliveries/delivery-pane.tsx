import type { Schemas } from '@waypost/api-client';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { SidePane } from '../../ui/side-pane.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AttemptList } from './attempt-list.tsx';
import type { PaneTab } from './delivery-search.ts';
import { Exchange } from './exchange.tsx';
import { stateLooks, useKindText } from './marks.tsx';
import { NextAttempt } from './next-attempt.tsx';
import { PaneActions } from './pane-actions.tsx';
import { PaneFacts } from './pane-facts.tsx';
import type { DeliveryActs } from './use-delivery-acts.ts';

export type DeliveryDetail = Schemas['DeliveryDetailView'];

interface Props {
  id: string;
  tab: PaneTab;
  onTab: (tab: PaneTab) => void;
  onClose: () => void;
  /** Null at the ends of the list. */
  onBefore: (() => void) | null;
  onNext: (() => void) | null;
  acts: DeliveryActs;
}

/** One delivery: where it stands, what was tried, what went out and what came back. */
export function DeliveryPane({ id, tab, onTab, onClose, onBefore, onNext, acts }: Props) {
  const t = useTranslations('deliveries');
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/deliveries/{id}', {
    params: { path: { id } },
  });
  return (
    <SidePane label={t('pane')}>
      <header className="border-b border-line px-4 py-3">
        <div className="flex min-h-7 items-center gap-2">
          {data && <StateTag detail={data} />}
          <span className="ms-auto flex gap-0.5">
            <Button look="bare" icon={ChevronUp} iconOnly disabled={!onBefore} onClick={() => onBefore?.()}>
              {t('before')}
            </Button>
            <Button look="bare" icon={ChevronDown} iconOnly disabled={!onNext} onClick={() => onNext?.()}>
              {t('next')}
            </Button>
            <Button look="bare" icon={X} iconOnly onClick={onClose}>
              {t('closePane')}
            </Button>
          </span>
        </div>
        {data && <PaneTitle detail={data} />}
        {data && <PaneActions detail={data} acts={acts} />}
      </header>
      {data ? (
        <PaneBody key={id} detail={data} tab={tab} onTab={onTab} />
      ) : error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton rows={10} />
      )}
    </SidePane>
  );
}

function StateTag({ detail }: { detail: DeliveryDetail }) {
  const t = useTranslations('deliveries');
  const { icon, tone } = stateLooks[detail.state];
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2">
      <Tag tone={tone} icon={icon}>
        {t(`states.${detail.state}`)}
      </Tag>
      <NextAttempt detail={detail} />
    </span>
  );
}

function PaneTitle({ detail }: { detail: DeliveryDetail }) {
  const t = useTranslations('deliveries');
  const kindText = useKindText();
  return (
    <h2 className="mt-1.5 truncate text-16 font-strong tracking-tight">
      {t.rich('paneTitle', {
        kind: kindText(detail.kinds),
        project: detail.projectName,
        quiet: (text) => <span className="font-text text-ink-2">{text}</span>,
      })}
    </h2>
  );
}

function PaneBody({
  detail,
  tab,
  onTab,
}: {
  detail: DeliveryDetail;
  tab: PaneTab;
  onTab: (tab: PaneTab) => void;
}) {
  const [picked, setPicked] = useState<number | null>(null);
  // The newest is open until another is, and stays so when a newer one comes.
  const open = detail.log.find(({ number }) => number === picked) ?? detail.log.at(-1);
  return (
    <>
      <PaneFacts detail={detail} />
      <AttemptList detail={detail} open={open} onOpen={setPicked} />
      <Exchange detail={detail} attempt={open} tab={tab} onTab={onTab} />
    </>
  );
}
