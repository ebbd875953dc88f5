import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';

const HOUR_MS = 3_600_000;
const spans = { hour: 1, hours: 6, day: 24, week: 168 };
const choices = ['hour', 'hours', 'day', 'week'] as const;

export function RecoverDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const t = useTranslations('projects');
  const u = useTranslations('ui');
  const [choice, setChoice] = useState<keyof typeof spans | 'other'>('day');
  const [since, setSince] = useState(() => ago(spans.day));
  const count = $api.useQuery('get', '/api/v1/deliveries/count', { params: { query: { projectId: project.id, states: ['failed', 'cancelled'], since } } });
  const recover = $api.useMutation('post', '/api/v1/projects/{id}/recover');
  const problem = recover.error ? problemOf(recover.error) : undefined;
  const choose = (next: typeof choice) => {
    setChoice(next);
    if (next !== 'other') setSince(ago(spans[next]));
  };
  const submit = () => recover.mutate({ params: { path: { id: project.id } }, body: { since } }, { onSuccess: () => readAgain('bulk-operations', 'deliveries') });
  if (recover.data) {
    return (
      <Dialog open onClose={onClose} title={t('recover.title', { name: project.name })} actions={<Button size="md" onClick={onClose}>{u('close')}</Button>}>
        <Progress id={recover.data.id} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('recover.title', { name: project.name })}
      description={t('recover.hint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="recover" busy={recover.isPending} disabled={count.data?.count === 0}>
            {t('recover.submit', { count: count.data?.count ?? 0 })}
          </Button>
        </>
      }
    >
      <Form id="recover" problem={problem} onSubmit={submit}>
        <Field label={t('recover.since')} error={fieldError(problem, 'since')}>
          {(wiring) => (
            <Select {...wiring} autoFocus value={choice} onChange={(event) => choose(event.target.value as typeof choice)}>
              {[...choices, 'other' as const].map((one) => (
                <option key={one} value={one}>
                  {t(`recover.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {choice === 'other' && (
          <Field label={t('recover.at')}>
            {(wiring) => <Input {...wiring} type="datetime-local" defaultValue={localText(since)} onChange={(event) => event.target.value && setSince(new Date(event.target.value).toISOString())} />}
          </Field>
        )}
        <p role="status" className="min-h-5 text-ink-2">
          {count.data && t('recover.count', { count: count.data.count })}
        </p>
      </Form>
    </Dialog>
  );
}

function Progress({ id }: { id: string }) {
  const t = useTranslations('projects');
  const path = { params: { path: { id } } };
  const { data } = $api.useQuery('get', '/api/v1/bulk-operations/{id}', path);
  const cancel = $api.useMutation('post', '/api/v1/bulk-operations/{id}/cancel');
  if (!data) return null;
  const { state, total, processed, affected } = data;
  const words = state === 'running' ? t('recover.running', { processed, total, affected }) : t(state === 'done' ? 'recover.done' : 'recover.cancelled', { affected });
  return (
    <div className="flex flex-col gap-3">
      <progress aria-label={t('recover.progress')} className="h-1 w-full appearance-none overflow-hidden rounded-full bg-surface-3 [&::-webkit-progress-bar]:bg-surface-3 [&::-webkit-progress-value]:bg-brand" value={state === 'running' ? processed : 1} max={state === 'running' ? Math.max(1, total) : 1} />
      <p role="status" className="num">
        {words}
      </p>
      {state === 'running' && (
        <Button className="self-start" busy={cancel.isPending} onClick={() => cancel.mutate(path, { onSettled: () => readAgain('bulk-operations') })}>
          {t('recover.stop')}
        </Button>
      )}
    </div>
  );
}

const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** What an input for local date and time takes. */
function localText(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
