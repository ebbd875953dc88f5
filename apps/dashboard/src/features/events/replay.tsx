import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { useProjects } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMay } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Confirm } from '../../ui/form.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.tsx';
import { watchBulk } from '../deliveries/bulk-progress.tsx';
import type { EventFilter } from './use-event-search.ts';

/** Sends one event again: to where it is routed now, or to one project. */
export function ReplayOne({ id }: { id: string }) {
  const t = useTranslations('events');
  const may = useMay('deliveries:write');
  const projects = useProjects();
  const replay = $api.useMutation('post', '/api/v1/events/{id}/replay');
  const send = (projectId?: string) =>
    replay.mutate(
      { params: { path: { id } }, body: projectId ? { projectId } : {} },
      {
        onSuccess: ({ deliveries }) => {
          toast(t('replayed', { count: deliveries }));
          void readAgain('deliveries', 'events');
        },
        onError: (error) => toast(problemOf(error).title, { tone: 'bad', detail: problemOf(error).detail }),
      },
    );
  if (!may) return null;
  const trigger = (
    <Button look="primary" icon={RotateCcw} busy={replay.isPending}>
      {t('replay')}
    </Button>
  );
  return (
    <Menu trigger={trigger} align="start">
      <MenuItem onSelect={() => send()}>{t('toRouted')}</MenuItem>
      {projects.data && projects.data.length > 0 && <MenuDivider />}
      {projects.data?.map(({ id: projectId, name, status }) => (
        <MenuItem
          key={projectId}
          disabled={status !== 'enabled'}
          hint={status !== 'enabled' && t('disabled')}
          onSelect={() => send(projectId)}
        >
          {t('toProject', { project: name })}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Sends again all that the filter meets; how many they are stands in the progress from its first second. */
export function ReplayAll({ filter, known }: { filter: EventFilter; known: number | null }) {
  const t = useTranslations('events');
  const may = useMay('deliveries:write');
  const projects = useProjects();
  const [until, setUntil] = useState<string | null>(null);
  const [projectId, setProjectId] = useState('');
  const start = $api.useMutation('post', '/api/v1/events/replay');
  const close = () => {
    setUntil(null);
    start.reset();
  };
  const { messageId: _messageId, ...asked } = filter;
  const confirm = () =>
    start.mutate(
      { body: { ...asked, until: asked.until ?? until ?? undefined, ...(projectId && { projectId }) } },
      {
        onSuccess: ({ id, total }) => {
          watchBulk(id);
          close();
          toast(t('replayStarted', { count: total }));
          void readAgain('bulk-operations', 'events');
        },
      },
    );
  // A message has a handful of events: they are replayed one by one.
  if (!may || filter.messageId || known === 0) return null;
  const label = known === null ? t('replayAll') : t('replayMany', { count: known });
  return (
    <>
      <Button icon={RotateCcw} onClick={() => setUntil(new Date().toISOString())}>
        {label}
      </Button>
      <Confirm
        open={until !== null}
        onClose={close}
        title={known === null ? t('replayAsk') : t('replayAskMany', { count: known })}
        action={label}
        onConfirm={confirm}
        busy={start.isPending}
        problem={start.error ? problemOf(start.error) : undefined}
        danger={false}
      >
        <p className="mb-3">{t('replayMeans')}</p>
        <Field label={t('replayTo')}>
          {(wiring) => (
            <Select {...wiring} value={projectId} onChange={({ target }) => setProjectId(target.value)}>
              <option value="">{t('routedNow')}</option>
              {projects.data?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </Confirm>
    </>
  );
}
