import { type Ref } from 'react';
import { useTranslations } from 'use-intl';
import { useProjects } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { sieveKeys, statesOf } from './delivery-filter.ts';
import { type DeliverySearch, oneOf, sources } from './delivery-search.ts';
import { FilterPanel } from './filter-panel.tsx';
import { useKindText, useNumberText } from './marks.tsx';
import { RangeMenu } from './range-menu.tsx';
import type { Change } from './use-delivery-search.ts';

interface Props {
  search: DeliverySearch;
  change: Change;
  onClear: () => void;
  searchRef: Ref<HTMLInputElement>;
}

/** What is asked for, each part with a cross, and the way to ask for more. */
export function FilterBar({ search, change, onClear, searchRef }: Props) {
  const t = useTranslations('deliveries');
  const valueText = useValueText(search);
  const chips = sieveKeys.filter((key) => key !== 'q' && search[key]);
  return (
    <div role="search" aria-label={t('filtering')} className="flex flex-wrap items-center gap-1.5 px-4 pb-3">
      <SearchBox
        ref={searchRef}
        value={search.q ?? ''}
        onChange={(q) => change({ q: q || undefined }, { replace: true })}
        label={t('searchLabel')}
        placeholder={t('searchHint')}
        className="w-full sm:w-[204px]"
      />
      {chips.map((key) => (
        <FilterChip
          key={key}
          name={t(`filters.${key === 'q' ? 'kind' : key}`)}
          value={valueText(key)}
          removeLabel={t('removeFilter', { name: t(`filters.${key === 'q' ? 'kind' : key}`) })}
          onRemove={() => change({ [key]: undefined })}
        />
      ))}
      <RangeMenu
        value={search.range ?? '24h'}
        onChange={(range) =>
          change({ range: range === '24h' ? undefined : range, since: undefined, until: undefined })
        }
      />
      <FilterPanel search={search} change={change} />
      {chips.length > 1 && (
        <Button look="bare" onClick={onClear}>
          {t('clearAll')}
        </Button>
      )}
    </div>
  );
}

function useValueText(search: DeliverySearch): (key: (typeof sieveKeys)[number]) => string {
  const t = useTranslations('deliveries');
  const projects = useProjects();
  const kindText = useKindText();
  const numberText = useNumberText();
  return (key) => {
    const value = search[key] ?? '';
    const source = oneOf(sources, value);
    if (key === 'states')
      return statesOf(value)
        .map((state) => t(`stateWords.${state}`))
        .join(', ');
    if (key === 'projectId') return projects.data?.find(({ id }) => id === value)?.name ?? value;
    if (key === 'phoneNumberId') return numberText(value);
    if (key === 'kind') return kindText([value]);
    if (key === 'minDurationMs') return t('seconds', { s: Number(value) / 1_000 });
    if (key === 'source' && source) return t(`sources.${source}`);
    return key === 'eventId' ? `${value.slice(0, 8)}…${value.slice(-4)}` : value;
  };
}
