import type { Schemas } from '@waypost/api-client';
import { Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { CallbackFields } from './callback-fields.tsx';
import { SetupLink } from './setup-link.tsx';
import type { Step } from './setup-steps.ts';

interface Props {
  step: Step;
  number: number;
  /** The first that is not done. */
  current: boolean;
  /** Whether the sandbox phone can send the first webhook. */
  sandbox: boolean;
  /** The app that was added, where it has come. */
  app: SetupApp | undefined;
}

export type SetupApp = Pick<Schemas['AppAnswer'], 'id' | 'webhookUrl'>;

/** Done ones shrink, the current one is open, later ones say what they need. */
export function SetupStep({ step, number, current, sandbox, app }: Props) {
  const t = useTranslations('overview.firstUse');
  const waits = current && (step.id === 'verified' || step.id === 'webhook');
  return (
    <li aria-current={current ? 'step' : undefined} className={classes('flex min-h-11.5 gap-3 border-b border-line px-4 last:border-0', current ? 'py-3' : 'items-center py-2')}>
      <span
        aria-hidden
        className={classes(
          'num mt-px grid size-5 shrink-0 place-items-center rounded-full text-12 font-strong',
          step.done ? 'bg-ok-soft text-ok' : current ? 'bg-brand text-brand-fg' : 'border border-line-2 text-ink-2',
        )}
      >
        {step.done ? <Check className="size-3" strokeWidth={2} /> : number}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className={classes('min-w-0 flex-1', step.done ? 'text-ink-2' : 'font-mid')}>{t(`steps.${step.id}.title`)}</h3>
          {step.done ? (
            <span className="text-12 text-ink-3">{t('done')}</span>
          ) : step.needs && !current ? (
            <span className="text-12 text-ink-3">{t('needs', { step: step.needs })}</span>
          ) : (
            !current && <SetupLink id={step.id} look="plain" app={app} />
          )}
        </div>
        {current && (
          <>
            <p className="mt-0.5 max-w-140 text-ink-2">
              {t.rich(`steps.${step.id}.text`, { code: (word) => <span className="mono">{word}</span> })}
            </p>
            {step.id === 'verified' && <CallbackFields url={app?.webhookUrl} />}
            <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
              {waits && (
                <span role="status" className="flex items-center gap-2 text-ink-2">
                  <span aria-hidden className="size-3.5 animate-spin rounded-full border-[1.5px] border-brand border-e-transparent motion-reduce:animate-none" />
                  {t(`steps.${step.id === 'verified' ? 'verified' : 'webhook'}.waiting`)}
                </span>
              )}
              <span className={classes(waits && 'ms-auto')}>
                {/* The sandbox phone has the one filled button of the page when it is there. */}
                <SetupLink id={step.id} look={sandbox ? 'plain' : 'primary'} sandbox={sandbox} app={app} />
              </span>
            </div>
          </>
        )}
      </div>
    </li>
  );
}
