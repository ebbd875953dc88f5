import { type BrandTheme, LEAST_CONTRAST, solveBrandColors } from '@waypost/contracts';
import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/panel.tsx';

/** What becomes of a colour in both themes, while it is chosen: every text keeps its contrast. */
export function BrandPreview({ color, name }: { color: string; name: string }) {
  const t = useTranslations('appearance');
  const format = useFormatter();
  const solved = solveBrandColors(color);
  const ratio = (value: number) => `${format.number(value, { maximumFractionDigits: 1, minimumFractionDigits: 1 })}:1`;
  const mended = solved.asGiven.onLight < LEAST_CONTRAST || solved.asGiven.onDark < LEAST_CONTRAST;
  return (
    <Panel title={t('preview')}>
      <div className="grid gap-4 p-4 sm:grid-cols-2">
        {(['light', 'dark'] as const).map((which) => (
          <figure key={which} className="flex flex-col gap-2">
            <Sample theme={solved[which]} dark={which === 'dark'} name={name} />
            <figcaption className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-2">
              <span className="font-mid text-ink">{t(which)}</span>
              <span className="inline-flex items-center gap-1 text-ok">
                <Check aria-hidden className="size-3.5" strokeWidth={2} />
                {t('readable', { button: ratio(solved[which].fillContrast), link: ratio(solved[which].textContrast) })}
              </span>
            </figcaption>
          </figure>
        ))}
      </div>
      <p className="border-t border-line px-4 py-3 text-12 text-ink-2">
        {mended
          ? t('mended', { light: ratio(solved.asGiven.onLight), dark: ratio(solved.asGiven.onDark) })
          : t('asGiven', { light: ratio(solved.asGiven.onLight), dark: ratio(solved.asGiven.onDark) })}
      </p>
    </Panel>
  );
}

/** A picture of a page, in the colours of a theme that may not be the one at hand. */
function Sample({ theme, dark, name }: { theme: BrandTheme; dark: boolean; name: string }) {
  const t = useTranslations('appearance');
  return (
    <div data-theme={dark ? 'dark' : 'light'} aria-hidden className={classes('flex flex-col gap-3 rounded-3 border p-4', dark ? 'border-[#2a2f36] bg-[#101418] text-[#eef1f4]' : 'border-[#e3e6ea] bg-[#ffffff] text-[#14181d]')}>
      <span className="flex items-center gap-2 font-strong">
        <span className="size-5 rounded-1" style={{ background: theme.brand }} />
        <bdi className="truncate">{name}</bdi>
      </span>
      <span className="self-start rounded-2 px-3 py-1.5 font-mid" style={{ background: theme.brand, color: theme.brandFg }}>
        {t('sampleButton')}
      </span>
      <span className="self-start rounded-1 px-1.5" style={{ background: theme.brandSoft, color: theme.brandText }}>
        {t('sampleLink')}
      </span>
    </div>
  );
}
