import type { Schemas } from '@waypost/api-client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Confirm, fieldError, Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { toast } from '../../ui/toasts.tsx';
import { Loaded, type Read } from './loaded.tsx';

type Retention = Schemas['RetentionView'];

interface Props {
  read: Read<Retention>;
  /** What the plan alone would keep. */
  planDays: number | null;
}

export function RetentionPanel({ read, planDays }: Props) {
  const t = useTranslations('settings.retention');
  return (
    <Panel title={t('title')}>
      <Loaded read={read}>{(present) => <RetentionForm present={present} planDays={planDays} />}</Loaded>
    </Panel>
  );
}

function RetentionForm({ present, planDays }: { present: Retention; planDays: number | null }) {
  const t = useTranslations('settings.retention');
  const [fewer, setFewer] = useState<number>();
  const save = $api.useMutation('patch', '/api/v1/tenants/current/retention', {
    onSuccess: () => {
      toast(t('saved'));
      readAgain('tenants/current/retention');
    },
    onSettled: () => setFewer(undefined),
  });
  const keep = (eventDays: number) => save.mutate({ body: { eventDays } });
  const submit = (values: FormData) => {
    const days = Number(values.get('days'));
    // Fewer days delete what cannot be brought back; what is no number the API refuses.
    if (days >= 1 && days < present.eventDays) setFewer(days);
    else keep(days);
  };
  const max = present.maxEventDays;
  const most =
    planDays === null ? t('mostHere', { days: max }) : planDays > max ? t('mostOfBoth', { days: max, plan: planDays }) : t('mostOfPlan', { days: max });
  const problem = save.error ? problemOf(save.error) : undefined;
  return (
    <Form id="retention" problem={problem} onSubmit={submit} className="p-4">
      <Field label={t('days')} hint={most} error={fieldError(problem, 'eventDays')}>
        {(wiring) => (
          <Input {...wiring} name="days" type="number" min={2} max={max} dir="ltr" defaultValue={present.eventDays} className="num max-w-24" />
        )}
      </Field>
      <Button type="submit" look="primary" busy={save.isPending} className="self-start">
        {t('save')}
      </Button>
      {fewer !== undefined && (
        <Confirm
          open
          onClose={() => setFewer(undefined)}
          title={t('lessTitle', { days: fewer })}
          action={t('lessSubmit')}
          busy={save.isPending}
          onConfirm={() => keep(fewer)}
        >
          {t('lessText')}
        </Confirm>
      )}
    </Form>
  );
}
