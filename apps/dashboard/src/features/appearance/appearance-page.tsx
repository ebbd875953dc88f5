import { useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@waypost/api-client';
import { brandColorPattern, isLocale, locales } from '@waypost/contracts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { ownNames } from '../../i18n/messages.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { LogoField } from './logo-field.tsx';

/** How the tenant looks to its people and in its mails. */
export function AppearancePage() {
  const t = useTranslations('appearance');
  const s = useTranslations('shell');
  const theme = $api.useQuery('get', '/api/v1/tenants/current/theme');
  return (
    <Page title={t('title')} crumb={s('settings')}>
      {theme.data ? (
        <Appearance theme={theme.data} />
      ) : theme.error ? (
        <Failure problem={problemOf(theme.error)} onRetry={() => void theme.refetch()} />
      ) : (
        <Skeleton rows={8} className="rounded-3 border border-line" />
      )}
    </Page>
  );
}

type Theme = Schemas['ThemeView'];

function Appearance({ theme }: { theme: Theme }) {
  const t = useTranslations('appearance');
  const queries = useQueryClient();
  const [color, setColor] = useState(theme.brandColor);
  const valid = brandColorPattern.test(color);
  const save = $api.useMutation('patch', '/api/v1/tenants/current/theme', {
    onSuccess: async () => {
      toast(t('saved'));
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/tenants/current/theme'] });
    },
  });
  const submit = (values: FormData) => {
    const name = String(values.get('name') ?? '').trim();
    const locale = String(values.get('locale') ?? '');
    save.mutate({
      body: { name: name === '' ? null : name, brandColor: color.toLowerCase(), locale: isLocale(locale) ? locale : null },
    });
  };
  const problem = save.error ? problemOf(save.error) : undefined;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,420px)_minmax(0,1fr)]">
      <Panel title={t('brand')}>
        <Form id="appearance" problem={problem} onSubmit={submit} className="p-4">
          <Field label={t('name')} hint={t('nameHint')} error={fieldError(problem, 'name')}>
            {(wiring) => <Input {...wiring} name="name" dir="auto" maxLength={100} defaultValue={theme.chosen.name ?? ''} placeholder={theme.name} />}
          </Field>
          <Field label={t('color')} hint={t('colorHint')} error={valid ? fieldError(problem, 'brandColor') : t('colorWrong')}>
            {(wiring) => (
              <span className="flex gap-2">
                <input
                  type="color"
                  aria-label={t('pick')}
                  value={valid ? color : theme.brandColor}
                  onChange={(event) => setColor(event.target.value)}
                  className="h-8 w-12 shrink-0 rounded-2 border border-line-2 bg-surface-1 p-1 pointer-coarse:h-11"
                />
                <Input {...wiring} dir="ltr" className="mono" spellCheck={false} value={color} onChange={(event) => setColor(event.target.value.trim())} />
              </span>
            )}
          </Field>
          <Field label={t('locale')} hint={t('localeHint')}>
            {(wiring) => (
              <Select {...wiring} name="locale" defaultValue={theme.locale}>
                {locales.map((locale) => (
                  <option key={locale} value={locale}>
                    {ownNames[locale]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <LogoField logoUrl={theme.logoUrl} />
          <Button type="submit" look="primary" busy={save.isPending} disabled={!valid} className="self-start">
            {t('save')}
          </Button>
        </Form>
      </Panel>
      <BrandPreview color={valid ? color : theme.brandColor} name={theme.name} />
    </div>
  );
}
