import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Field, Input, Select } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { statesOf } from './delivery-filter.ts';
import { type DeliverySearch, oneOf, sources, states } from './delivery-search.ts';
import { InstantField, KindField, NumberField, ProjectField } from './filter-fields.tsx';
import type { Change } from './use-delivery-search.ts';

const slower = [500, 1_000, 2_000, 5_000, 10_000];

/** Every filter there is; each takes effect as it is set. */
export function FilterPanel({ search, change }: { search: DeliverySearch; change: Change }) {
  const t = useTranslations('deliveries');
  const set = (patch: Partial<DeliverySearch>) => change(patch, { replace: true });
  const trigger = (
    <Button icon={Plus} className="border-dashed">
      {t('addFilter')}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={t('filterPanel')}>
      <div className="flex flex-col gap-3">
        <StateBoxes value={search.states} onChange={(named) => set({ states: named })} />
        <ProjectField value={search.projectId} onChange={(projectId) => set({ projectId })} />
        <NumberField value={search.phoneNumberId} onChange={(phoneNumberId) => set({ phoneNumberId })} />
        <KindField value={search.kind} onChange={(kind) => set({ kind })} />
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('filters.status')}>
            {(wiring) => (
              <Input
                {...wiring}
                inputMode="numeric"
                maxLength={3}
                defaultValue={search.status}
                placeholder={t('any')}
                onChange={({ target }) =>
                  (target.value === '' || /^[1-5]\d\d$/.test(target.value)) &&
                  set({ status: target.value || undefined })
                }
              />
            )}
          </Field>
          <Field label={t('filters.minDurationMs')}>
            {(wiring) => (
              <Select
                {...wiring}
                value={search.minDurationMs ?? ''}
                onChange={({ target }) => set({ minDurationMs: target.value || undefined })}
              >
                <option value="">{t('any')}</option>
                {slower.map((ms) => (
                  <option key={ms} value={ms}>
                    {t('seconds', { s: ms / 1_000 })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label={t('filters.source')}>
          {(wiring) => (
            <Select
              {...wiring}
              value={search.source ?? ''}
              onChange={({ target }) => set({ source: oneOf(sources, target.value) })}
            >
              <option value="">{t('any')}</option>
              {sources.map((source) => (
                <option key={source} value={source}>
                  {t(`sources.${source}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <InstantField label={t('filters.since')} value={search.since} onChange={(since) => set({ since })} />
        <InstantField label={t('filters.until')} value={search.until} onChange={(until) => set({ until })} />
      </div>
    </Popover>
  );
}

function StateBoxes({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (states: string | undefined) => void;
}) {
  const t = useTranslations('deliveries');
  const on = statesOf(value);
  return (
    <fieldset>
      <legend className="mb-1 font-mid">{t('filters.states')}</legend>
      <div className="grid grid-cols-2 gap-1">
        {states.map((state) => (
          <label key={state} className="flex items-center gap-2 pointer-coarse:min-h-11">
            <Checkbox
              checked={on.includes(state)}
              onChange={({ target }) =>
                onChange(
                  (target.checked ? [...on, state] : on.filter((other) => other !== state)).join(',') ||
                    undefined,
                )
              }
            />
            {t(`states.${state}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
