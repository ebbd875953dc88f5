import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import type { Me } from '../../data/session.ts';
import { languageOptions, useLanguage } from '../../shell/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { toast } from '../../ui/toasts.tsx';
import { Section } from './section.tsx';

export function PersonSection({ user }: { user: Me['user'] }) {
  const t = useTranslations('profile');
  const [locale, changeLanguage] = useLanguage();
  const save = $api.useMutation('patch', '/api/v1/auth/me', {
    onSuccess: ({ name }) => {
      toast(t('person.saved', { name }));
      readAgain('auth/me', 'team');
    },
  });
  const problem = save.error ? problemOf(save.error) : undefined;
  return (
    <Section title={t('person.title')}>
      <Form id="person" problem={problem} onSubmit={(values) => save.mutate({ body: { name: String(values.get('name') ?? '').trim() } })}>
        <Field label={t('person.name')} error={fieldError(problem, 'name')}>
          {(wiring) => (
            <span className="flex max-w-110 gap-2">
              <Input {...wiring} name="name" dir="auto" autoComplete="name" defaultValue={user.name} maxLength={200} required />
              <Button size="md" type="submit" busy={save.isPending}>
                {t('person.save')}
              </Button>
            </span>
          )}
        </Field>
      </Form>
      <div className="flex flex-col items-start gap-1">
        <span className="font-mid">{t('person.language')}</span>
        <Segmented label={t('person.language')} value={locale} options={languageOptions} onChange={changeLanguage} />
        <span className="text-12 text-ink-3">{t('person.languageHint')}</span>
      </div>
    </Section>
  );
}
