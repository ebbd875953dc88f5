import { useNavigate, useSearch } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure, Message } from '../../ui/states.tsx';
import { AttentionList } from './attention-list.tsx';
import { FigureStrip } from './figure-strip.tsx';
import { FirstUse } from './first-use.tsx';
import { HourChart } from './hour-chart.tsx';
import { LatestTrouble } from './latest-trouble.tsx';
import { NumberTable } from './number-table.tsx';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { DEFAULT_RANGE, type Range, ranges } from './overview-search.ts';
import { ProjectTable } from './project-table.tsx';

/** What needs a person first, then how the hub does; the way to the first webhook until that has come. */
export function OverviewPage() {
  const t = useTranslations('overview');
  const reads = useMay('deliveries:read');
  const { hours = DEFAULT_RANGE } = useSearch({ from: '/tenant/' });
  const navigate = useNavigate({ from: '/' });
  const overview = $api.useQuery(
    'get',
    '/api/v1/overview',
    { params: { query: { hours } } },
    // The range moves on also while nothing happens.
    { enabled: reads, placeholderData: (before) => before, refetchInterval: 15_000 },
  );
  const choose = (range: Range) =>
    void navigate({ to: '/', search: (old) => ({ ...old, hours: range === DEFAULT_RANGE ? undefined : range }), replace: true });
  const options = ranges.map((value) => ({ value, label: t(`ranges.${value}`) }));
  const firstUse = overview.data?.firstWebhookAt === null;
  return (
    <Page
      title={t('title')}
      actions={reads && !firstUse && <Segmented label={t('range')} value={hours} options={options} onChange={choose} />}
    >
      {!reads ? (
        <Message icon={Lock} title={t('forbidden')}>
          {t('forbiddenHint')}
        </Message>
      ) : overview.data ? (
        firstUse ? (
          <FirstUse setup={overview.data.setup} />
        ) : (
          <div aria-busy={overview.isPlaceholderData} className="flex flex-col gap-4">
            <AttentionList attention={overview.data.attention} projects={overview.data.projects} />
            <FigureStrip figures={overview.data.figures} hours={overview.data.hours} range={hours} />
            <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_388px]">
              <HourChart overview={overview.data} range={hours} />
              <ProjectTable projects={overview.data.projects} range={hours} />
              <LatestTrouble />
              <NumberTable />
            </div>
          </div>
        )
      ) : overview.error ? (
        <Failure problem={problemOf(overview.error)} onRetry={() => void overview.refetch()} />
      ) : (
        <OverviewSkeleton />
      )}
    </Page>
  );
}
