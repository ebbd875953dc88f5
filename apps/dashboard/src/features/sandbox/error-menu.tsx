import { ChevronDown, Zap } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Tag } from '../../ui/tag.tsx';
import { toast } from '../../ui/toasts.tsx';
import { type Destination, type Mode, type useProjects, useRereadSandbox } from './use-sandbox.ts';

const faults = {
  '500': { mode: 'status', status: 500 },
  '429': { mode: '429', retryAfter: 5 },
  '410': { mode: '410' },
  slow: { mode: 'slow', ms: 3_000 },
  hang: { mode: 'hang' },
  reset: { mode: 'reset' },
} as const satisfies Record<string, Mode>;

type Fault = keyof typeof faults;
const faultNames: Fault[] = ['500', '429', '410', 'slow', 'hang', 'reset'];

interface Props {
  destinations: Destination[];
  projects: ReturnType<typeof useProjects>;
}

function useTell() {
  const t = useTranslations('sandbox.error');
  const reread = useRereadSandbox();
  return $api.useMutation('put', '/api/v1/sandbox/destinations/{name}', {
    onSuccess: reread,
    onError: (error) => toast(t('notSet'), { tone: 'bad', detail: problemOf(error).detail }),
  });
}

/** Makes a project answer badly, to see what Waypost does then. */
export function ErrorMenu({ destinations, projects }: Props) {
  const t = useTranslations('sandbox.error');
  const tell = useTell();
  const [where, setWhere] = useState('');
  const [lasting, setLasting] = useState<'once' | 'until'>('once');
  const destination = destinations.find(({ name }) => name === where) ?? destinations[0];
  const nameOf = ({ name, projectId }: Destination) => projects?.get(projectId)?.name ?? name;
  const force = (fault: Fault) => {
    if (!destination) return;
    const mode = { ...faults[fault], ...(lasting === 'once' && { first: 1 }) };
    tell.mutate({ params: { path: { name: destination.name } }, body: mode });
  };
  return (
    <Popover
      label={t('title')}
      trigger={
        <Button size="sm" icon={Zap} disabled={!destination} title={destination ? undefined : t('none')} className="flex-1">
          {t('title')}
          <ChevronDown aria-hidden className="size-4" strokeWidth={1.5} />
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t('where')}>
          {(wiring) => (
            <Select {...wiring} value={destination?.name ?? ''} onChange={(event) => setWhere(event.target.value)}>
              {destinations.map((one) => (
                <option key={one.name} value={one.name}>
                  {nameOf(one)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Segmented
          label={t('lasting')}
          value={lasting}
          options={[
            { value: 'once', label: t('once') },
            { value: 'until', label: t('until') },
          ]}
          onChange={setLasting}
        />
        <div role="group" aria-label={t('faults')} className="-mx-1 flex flex-col">
          {faultNames.map((fault) => (
            <Radix.Close key={fault} asChild>
              <button
                type="button"
                onClick={() => force(fault)}
                className="flex min-h-9 flex-col justify-center rounded-1 px-1.5 py-1 text-start hover:bg-surface-3 pointer-coarse:min-h-11"
              >
                <span className="font-mid">{t(`fault.${fault}`)}</span>
                <span className="text-12 text-ink-2">{t(`effect.${fault}`)}</span>
              </button>
            </Radix.Close>
          ))}
        </div>
      </div>
    </Popover>
  );
}

/** Which projects answer badly now, and the way back. */
export function Troubled({ destinations, projects }: Props) {
  const t = useTranslations('sandbox.error');
  const tell = useTell();
  const troubled = destinations.filter(({ mode }) => mode.mode !== 'ok');
  if (troubled.length === 0) return null;
  return (
    <ul aria-label={t('troubled')} className="mt-3 rounded-3 border border-warn-line bg-warn-soft">
      {troubled.map(({ name, projectId, mode }) => (
        <li key={name} className="flex min-h-9 items-center gap-2 border-b border-warn-line px-3 py-1 last:border-0">
          <span className="min-w-0 flex-1">
            <b className="font-mid">{projects?.get(projectId)?.name ?? name}</b> <span className="text-12 text-ink-2">{t('answers', { how: howOf(mode, t) })}</span>
          </span>
          <Tag tone="warn">{mode.first === undefined ? t('untilMended') : t('calls', { count: mode.first })}</Tag>
          <Button size="xs" busy={tell.isPending && tell.variables.params.path.name === name} onClick={() => tell.mutate({ params: { path: { name } }, body: { mode: 'ok' } })}>
            {t('mend')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Told = Destination['mode'];

function howOf({ mode, status, ms }: Told, t: ReturnType<typeof useTranslations<'sandbox.error'>>): string {
  if (mode === 'status' && status !== undefined) return String(status);
  if (mode === 'slow') return t('how.slow', { seconds: (ms ?? 0) / 1_000 });
  if (mode === 'hang') return t('how.hang');
  if (mode === 'reset' || mode === 'drop') return t('how.reset');
  return mode;
}
