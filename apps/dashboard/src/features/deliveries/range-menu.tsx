import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { type Range, ranges } from './delivery-search.ts';

export function RangeMenu({ value, onChange }: { value: Range; onChange: (range: Range) => void }) {
  const t = useTranslations('deliveries');
  const trigger = (
    <Button aria-label={t('rangeLabel', { range: t(`ranges.${value}`) })}>
      {t.rich('rangeButton', {
        range: t(`ranges.${value}`),
        b: (text) => <b className="font-strong">{text}</b>,
      })}
      <ChevronDown aria-hidden className="size-3.5 text-ink-3" strokeWidth={1.5} />
    </Button>
  );
  return (
    <Menu trigger={trigger} align="start">
      {(Object.keys(ranges) as Range[]).map((range) => (
        <MenuItem key={range} onSelect={() => onChange(range)}>
          {t('rangeItem', { range: t(`ranges.${range}`) })}
        </MenuItem>
      ))}
    </Menu>
  );
}
