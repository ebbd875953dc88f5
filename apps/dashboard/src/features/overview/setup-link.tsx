import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type ButtonLook, buttonClass } from '../../ui/button.tsx';
import type { SetupApp } from './setup-step.tsx';
import type { StepId } from './setup-steps.ts';

interface Props {
  id: StepId;
  look: ButtonLook['look'];
  app: SetupApp | undefined;
  sandbox?: boolean;
}

/** Where a step is done. */
export function SetupLink({ id, look, app, sandbox }: Props) {
  const t = useTranslations('overview.firstUse');
  const label = t(`steps.${id}.action`);
  const className = buttonClass({ look });
  switch (id) {
    case 'account':
    case 'app':
      return (
        <Link to="/numbers" search={{ connect: 'new' }} className={className}>
          {label}
        </Link>
      );
    case 'number':
    case 'verified':
      return (
        <Link to="/numbers" search={{ connect: app?.id ?? 'new' }} className={className}>
          {label}
        </Link>
      );
    case 'project':
    case 'mapping':
      return (
        <Link to="/projects" className={className}>
          {label}
        </Link>
      );
    case 'webhook':
      return (
        <Link to={sandbox ? '/sandbox' : '/numbers'} className={className}>
          {sandbox ? t('steps.webhook.actionSandbox') : label}
        </Link>
      );
  }
}
