import { Plus } from 'lucide-react';
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { InstantField, KindField, NumberField } from '../deliveries/filter-fields.tsx';
import { useKindText, useNumberText } from '../deliveries/marks.tsx';
import { RangeMenu } from '../deliveries/range-menu.tsx';
import { useSpanText } from '../deliveries/span-text.ts';
import type { EventSearch } from './event-search.ts';
import { type EventChange, filterKeys } from './use-event-search.ts';

/** Fields of Meta's webhooks that numbers and accounts send most. */
const usualFields = [
  'messages',
  'calls',
  'message_echoes',
  'smb_message_echoes',
  'history',
  'message_template_status_update',
  'message_template_quality_update',
  'phone_number_quality_update',
  'account_update',
  'account_alerts',
  'user_preferences',
];

interface Props {
  search: EventSearch;
  change: EventChange;
  searchRef: Ref<HTMLInputElement>;
}

export function EventFilters({ search, change, searchRef }: Props) {
  const t = useTranslations('events');
  const kindText = useKindText();
  const numberText = useNumberText();
  const spanText = useSpanText();
  const texts = {
    phoneNumberId: numberText,
    kind: (kind: string) => kindText([kind]),
    field: (field: string) => field,
  };
  const set = (patch: Partial<EventSearch>) => change(patch, { replace: true });
  const fields =
    search.field && !usualFields.includes(search.field) ? [search.field, ...usualFields] : usualFields;
  const trigger = (
    <Button icon={Plus} className="border-dashed">
      {t('addFilter')}
    </Button>
  );
  return (
    <div role="search" aria-label={t('filtering')} className="flex flex-wrap items-center gap-1.5 px-4 py-3">
      <SearchBox
        ref={searchRef}
        value={search.messageId ?? ''}
        onChange={(messageId) => set({ messageId: messageId || undefined })}
        label={t('searchLabel')}
        placeholder={t('searchHint')}
        className="w-full sm:w-64"
      />
      {filterKeys.map((key) => {
        const value = search[key];
        return (
          value && (
            <FilterChip
              key={key}
              name={t(`filters.${key}`)}
              value={texts[key](value)}
              removeLabel={t('removeFilter', { name: t(`filters.${key}`) })}
              onRemove={() => change({ [key]: undefined })}
            />
          )
        );
      })}
      {(search.since ?? search.until) && (
        <FilterChip
          name={t('filters.time')}
          value={spanText(search.since, search.until)}
          removeLabel={t('removeFilter', { name: t('filters.time') })}
          onRemove={() => change({ since: undefined, until: undefined })}
        />
      )}
      <RangeMenu
        value={search.range ?? '24h'}
        onChange={(range) =>
          change({ range: range === '24h' ? undefined : range, since: undefined, until: undefined })
        }
      />
      <Popover trigger={trigger} label={t('filterPanel')}>
        <div className="flex flex-col gap-3">
          <NumberField value={search.phoneNumberId} onChange={(phoneNumberId) => set({ phoneNumberId })} />
          <KindField exact value={search.kind} onChange={(kind) => set({ kind })} />
          <Field label={t('filters.field')}>
            {(wiring) => (
              <Select
                {...wiring}
                value={search.field ?? ''}
                onChange={({ target }) => set({ field: target.value || undefined })}
              >
                <option value="">{t('any')}</option>
                {fields.map((field) => (
                  <option key={field}>{field}</option>
                ))}
              </Select>
            )}
          </Field>
          <InstantField
            label={t('filters.since')}
            value={search.since}
            onChange={(since) => set({ since })}
          />
          <InstantField
            label={t('filters.until')}
            value={search.until}
            onChange={(until) => set({ until })}
          />
        </div>
      </Popover>
    </div>
  );
}
