import { Link } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Ago } from '../../ui/time.tsx';
import { BreakerState, Countdown } from './breaker-state.tsx';
import { Fact, Facts, PanelSection } from './facts.tsx';

/** How the project answers, what waits for it, and a call to find out whether it is back. */
export function CircuitSection({ project, mayProbe }: { project: Project; mayProbe: boolean }) {
  const t = useTranslations('projects');
  const { breaker, openUntil, consecutiveFailures, failingSince, lastSuccessAt, lastFailureAt } = project.health;
  const waiting = $api.useQuery('get', '/api/v1/deliveries/count', { params: { query: { projectId: project.id, states: ['pending', 'waiting'] } } });
  const probe = $api.useMutation('post', '/api/v1/projects/{id}/probe');
  const call = () => probe.mutate({ params: { path: { id: project.id } } }, { onSettled: () => readAgain('projects', 'deliveries', 'overview') });
  const since = failingSince && consecutiveFailures > 0 ? failingSince : null;
  return (
    <PanelSection title={t('panel.circuit')} aside={since && t.rich('panel.since', { time: () => <Ago at={since} /> })}>
      <BreakerState breaker={breaker} />
      <Facts>
        {openUntil && breaker !== 'closed' && (
          <Fact name={t('panel.nextProbe')}>
            <span className="font-mid">
              <Countdown until={openUntil} />
            </span>
          </Fact>
        )}
        <Fact name={t('panel.failures')}>{t('panel.failuresCount', { count: consecutiveFailures })}</Fact>
        <Fact name={t('panel.waiting')}>
          {waiting.data ? (
            <>
              {waiting.data.count > 0 ? (
                <Link to="/deliveries" search={{ projectId: project.id, states: 'pending,waiting' }} className="link">
                  {t('panel.waitingCount', { count: waiting.data.count })}
                </Link>
              ) : (
                t('panel.waitingCount', { count: 0 })
              )}
              {waiting.data.oldestAt && (
                <span className="text-ink-3">
                  {', '}
                  {t.rich('panel.oldest', { time: () => <Ago at={waiting.data.oldestAt} /> })}
                </span>
              )}
            </>
          ) : (
            '–'
          )}
        </Fact>
        <Fact name={t('panel.lastSuccess')}>
          <Ago at={lastSuccessAt} />
        </Fact>
        {lastFailureAt && (
          <Fact name={t('panel.lastFailure')}>
            <Ago at={lastFailureAt} />
          </Fact>
        )}
      </Facts>
      {mayProbe && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button size="xs" icon={Activity} busy={probe.isPending} onClick={call}>
            {t('panel.probe')}
          </Button>
          <span role="status" className="min-w-0 flex-1 text-12">
            {probe.isPending ? t('panel.probing') : <ProbeOutcome answer={probe.data} error={probe.error} />}
          </span>
        </div>
      )}
    </PanelSection>
  );
}

interface Outcome {
  answer: { status: number | null; durationMs: number; error: string | null; healthy: boolean } | undefined;
  error: unknown;
}

function ProbeOutcome({ answer, error }: Outcome) {
  const t = useTranslations('projects');
  if (error) return <span className="text-bad">{problemOf(error).detail}</span>;
  if (!answer) return <span className="text-ink-3">{t('panel.probeHint')}</span>;
  const ms = String(Math.round(answer.durationMs));
  const status = String(answer.status);
  if (answer.healthy) return <span className="text-ok">{t('panel.probeHealthy', { status, ms })}</span>;
  return <span className="text-bad">{t('panel.probeBad', { ms, error: answer.error ?? '' })}</span>;
}
