import { KeyRound } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';
import { Checkbox } from './field.tsx';

interface Props {
  title: string;
  hint: string;
  /** What the secret is called. */
  what: string;
  secret: string;
  /** What else is to be known of it. */
  note?: ReactNode;
  onStored: () => void;
}

/** The one time that a secret is seen: neither Escape nor a click beside it closes it. */
export function SecretDialog({ title, hint, what, secret, note, onStored }: Props) {
  const t = useTranslations('ui');
  const [stored, setStored] = useState(false);
  const label = useId();
  return (
    <Dialog
      open
      sticky
      onClose={onStored}
      title={title}
      description={hint}
      actions={
        <Button size="md" look="primary" disabled={!stored} onClick={onStored}>
          {t('close')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex items-center gap-3 rounded-2 border border-line-2 bg-surface-2 p-2 ps-3">
          <KeyRound aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.5} />
          <span id={label} className="sr-only">
            {what}
          </span>
          <code aria-labelledby={label} role="textbox" aria-readonly tabIndex={0} className="mono ltr min-w-0 flex-1 break-all select-all">
            {secret}
          </code>
          <CopyButton size="sm" look="plain" text={secret} what={what} />
        </div>
        {note && <p className="text-ink-2">{note}</p>}
        <label className="flex items-center gap-2 pointer-coarse:min-h-11">
          <Checkbox checked={stored} onChange={(event) => setStored(event.target.checked)} />
          {t('stored')}
        </label>
      </div>
    </Dialog>
  );
}
