import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Ago } from '../../ui/time.tsx';
import { isRefusing, type Setup, setupSteps, type StepState } from './setup-steps.ts';

const icons = { done: CircleCheck, todo: CircleDashed, warn: TriangleAlert, bad: CircleAlert };
const inks: Record<StepState, string> = { done: 'text-ok', todo: 'text-ink-3', warn: 'text-warn', bad: 'text-bad' };

interface Props {
  name: string;
  setup: Setup;
  /** Absent for who may not change apps. */
  onSecret?: () => void;
}

/** The steps of an app's set-up as the hub sees them now, and words for those that are not done. */
export function SetupList({ name, setup, onSecret }: Props) {
  const t = useTranslations('numbers');
  const steps = setupSteps(setup);
  return (
    <div className="flex flex-col gap-2 px-4 py-3">
      <ol aria-label={t('setup.title', { name })} className="flex flex-wrap gap-x-4 gap-y-1.5">
        {steps.map((step) => {
          const Icon = icons[step.state];
          return (
            <li key={step.name} className={classes('inline-flex items-center gap-1.5 text-12', step.state === 'done' ? 'text-ink-2' : 'font-mid', step.state !== 'done' && inks[step.state])}>
              <Icon aria-hidden className={classes('size-3.5 shrink-0', inks[step.state])} strokeWidth={1.75} />
              {t(`setup.${step.name}`)}
            </li>
          );
        })}
      </ol>
      <SetupNotes setup={setup} onSecret={onSecret} />
    </div>
  );
}

interface NotesProps {
  setup: Setup;
  onSecret?: () => void;
  /** Leaves out what is merely awaited. */
  troubleOnly?: boolean;
}

/** What to do about each step that is not done, the worst first. */
export function SetupNotes({ setup, onSecret, troubleOnly }: NotesProps) {
  const t = useTranslations('numbers');
  const secret = onSecret && (
    <Button size="xs" onClick={onSecret}>
      {t('setup.enterSecret')}
    </Button>
  );
  const refusing = isRefusing(setup);
  return (
    <>
      {!setup.active && <Note tone="bad">{t('setup.off')}</Note>}
      {refusing && (
        <Note tone="bad" action={secret}>
          {t.rich('setup.refused', { time: () => <Ago at={setup.lastRefusedAt} />, reason: setup.lastRefusedReason ?? '' })} {t('setup.refusedHint')}
        </Note>
      )}
      {!setup.hasAppSecret && (
        <Note tone="bad" action={!refusing && secret}>
          {t('setup.secretHint')}
        </Note>
      )}
      {!troubleOnly && !setup.verifiedAt && !setup.lastWebhookAt && <Note tone="neutral">{t('setup.verifiedHint')}</Note>}
      {!troubleOnly && setup.verifiedAt && !setup.lastWebhookAt && <Note tone="neutral">{t('setup.webhookHint')}</Note>}
      {!setup.https && !setup.verifiedAt && !setup.lastWebhookAt && <Note tone="warn">{t('setup.urlHint')}</Note>}
      {!refusing && setup.lastRefusedAt && <p className="text-12 text-ink-3">{t.rich('setup.refusedBefore', { time: () => <Ago at={setup.lastRefusedAt} /> })}</p>}
    </>
  );
}

const tones = { bad: 'border-bad-line bg-bad-soft', warn: 'border-warn-line bg-warn-soft', neutral: 'border-line bg-surface-2' };

function Note({ tone, action, children }: { tone: keyof typeof tones; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes('flex flex-wrap items-center gap-x-3 gap-y-2 rounded-2 border px-3 py-2 text-12 text-ink', tones[tone])}>
      <p className="min-w-60 flex-1">{children}</p>
      {action}
    </div>
  );
}
