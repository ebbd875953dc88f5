import { useTranslations } from 'use-intl';
import { useActingFor } from '../../data/acting-for.ts';
import { $api } from '../../data/client.ts';
import { useMe } from '../../data/session.ts';
import { classes } from '../../ui/classes.ts';
import { AlsoSteps } from './also-steps.tsx';
import { MeanwhileLinks } from './meanwhile-links.tsx';
import type { Setup } from './overview-data.ts';
import { SandboxCard } from './sandbox-card.tsx';
import { SetupStep } from './setup-step.tsx';
import { stepsOf } from './setup-steps.ts';

/** The way to the first webhook. Steps tick themselves off as the hub sees them done. */
export function FirstUse({ setup }: { setup: Setup }) {
  const t = useTranslations('overview.firstUse');
  const me = useMe();
  const acting = useActingFor();
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: 60_000 });
  const apps = $api.useQuery('get', '/api/v1/apps', { params: { query: { limit: 1 } } }, { enabled: setup.app });
  const app = apps.data?.data[0];
  const steps = stepsOf(setup);
  const done = steps.filter((step) => step.done).length;
  const current = steps.find((step) => !step.done);
  const plays = sandbox.data?.available === true;
  return (
    <div className="mx-auto grid w-full max-w-[1130px] gap-x-10 gap-y-6 pt-3 lg:grid-cols-[minmax(0,1fr)_360px]">
      <section aria-labelledby="first-use-title" className="min-w-0">
        <h2 id="first-use-title" className="text-20 font-strong">
          {t('title', { tenant: acting?.name ?? me.tenant?.name ?? '' })}
        </h2>
        <p className="mt-1 max-w-140 text-14 text-ink-2">{t('lead', { count: steps.length })}</p>
        <div className="mt-5 mb-4 flex items-center gap-3">
          <span aria-hidden className="flex gap-1">
            {steps.map((step) => (
              <i key={step.id} className={classes('h-1 w-9 rounded-full', step.done ? 'bg-brand' : 'bg-surface-3')} />
            ))}
          </span>
          <span className="num text-12 text-ink-2">{t('progress', { done, count: steps.length })}</span>
        </div>
        <ol className="rounded-3 border border-line">
          {steps.map((step, index) => (
            <SetupStep key={step.id} step={step} number={index + 1} current={step === current} sandbox={plays} app={app} />
          ))}
        </ol>
        {!acting && <AlsoSteps />}
      </section>
      <aside className="flex min-w-0 flex-col gap-6">
        {plays && <SandboxCard projects={sandbox.data?.destinations?.length ?? 0} />}
        <MeanwhileLinks />
      </aside>
    </div>
  );
}
