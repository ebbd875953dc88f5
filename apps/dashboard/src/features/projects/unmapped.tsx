import { useTranslations } from 'use-intl';
import type { PhoneNumber } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { phoneText } from '../../ui/phone-text.ts';

interface Props {
  numbers: PhoneNumber[];
  mayWrite: boolean;
  onMap: (phoneNumberId: string) => void;
}

/** Numbers whose webhooks go nowhere. */
export function Unmapped({ numbers, mayWrite, onMap }: Props) {
  const t = useTranslations('projects');
  if (numbers.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-strong">{t('unmapped')}</h2>
      <ul className="divide-y divide-line rounded-3 border border-line">
        {numbers.map((number) => (
          <li key={number.phoneNumberId} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
            <span className="font-mid">{number.displayName}</span>
            <span className="mono ltr text-ink-2">{phoneText(number.phoneNumber)}</span>
            <span className="min-w-0 flex-1 basis-full text-ink-2 sm:basis-0">{number.lastWebhookAt ? t('unmappedHint') : t('unmappedNever')}</span>
            {mayWrite && (
              <Button size="xs" onClick={() => onMap(number.phoneNumberId)}>
                {t('mapThis', { number: number.displayName })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
