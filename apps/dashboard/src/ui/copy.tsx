import { Check, Copy as CopyIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonLook } from './button.tsx';
import { toast } from './toasts.tsx';

interface Props extends Pick<ButtonLook, 'size' | 'look'> {
  text: string;
  /** Shown; without it only the icon is. */
  label?: string;
  /** What is copied, for the ear. */
  what?: string;
}

export function CopyButton({ text, label, what, size = 'xs', look = 'bare' }: Props) {
  const t = useTranslations('ui');
  const [done, setDone] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setDone(true);
        setTimeout(() => setDone(false), 1_500);
      },
      () => toast(t('copyFailed'), { tone: 'bad', detail: t('copyFailedHint') }),
    );
  };
  return (
    <Button size={size} look={look} icon={done ? Check : CopyIcon} iconOnly={!label} onClick={copy}>
      {label ?? (what ? t('copyWhat', { what }) : t('copy'))}
    </Button>
  );
}

/** An id, cut in the middle, that can be copied whole. */
export function Id({ value, what }: { value: string; what?: string }) {
  const short = value.length > 16 ? `${value.slice(0, 8)}…${value.slice(-4)}` : value;
  return (
    <span className="ltr inline-flex items-center gap-1">
      <span className="mono" title={value}>
        {short}
      </span>
      <CopyButton text={value} what={what} />
    </span>
  );
}
