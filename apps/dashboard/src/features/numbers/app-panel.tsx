import { Link } from '@tanstack/react-router';
import { Ellipsis, Pencil, Plus, Power, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { App, PhoneNumber } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { toast } from '../../ui/toasts.tsx';
import { NumberTable } from './number-table.tsx';
import { SetupList } from './setup-list.tsx';
import { appState, type AppState } from './setup-steps.ts';
import { useSetup } from './use-setup.ts';

interface Props {
  app: App;
  numbers: PhoneNumber[];
  chosenNumber: string | undefined;
  /** Brought into view. */
  chosen: boolean;
  mayWrite: boolean;
  onEdit: () => void;
  onDelete: () => void;
  onAddNumber: () => void;
  onEditNumber: (number: PhoneNumber) => void;
  onDeleteNumber: (number: PhoneNumber) => void;
  onSandbox?: (number: PhoneNumber) => void;
}

const tones: Record<AppState, Tone> = { ready: 'ok', off: 'neutral', setup: 'info', trouble: 'bad' };

/** One Meta app: its address, how far its set-up is, and the numbers that come through it. */
export function AppPanel(props: Props) {
  const { app, numbers, mayWrite } = props;
  const t = useTranslations('numbers');
  const panel = useRef<HTMLElement>(null);
  const { data: setup } = useSetup(app.id);
  useEffect(() => {
    if (props.chosen) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [props.chosen]);
  const state = setup && appState(setup);
  return (
    <section ref={panel} aria-label={t('appLabel', { name: app.name, id: app.id })} className="min-w-0 rounded-3 border border-line bg-surface-1">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        <h3 className="font-strong">{app.name}</h3>
        {state && <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>}
        <span className="inline-flex items-center gap-1 text-12 text-ink-3">
          {t('appId')}
          <span className="mono ltr text-ink-2">{app.id}</span>
          <CopyButton text={app.id} what={t('appId')} />
        </span>
        <span className="ms-auto flex items-center gap-2">
          {state === 'setup' && mayWrite && (
            <Link to="/numbers" search={{ connect: app.id }} className={buttonClass({ size: 'xs' })}>
              {t('finishSetup')}
            </Link>
          )}
          {mayWrite && <AppMenu {...props} />}
        </span>
        <span className="flex w-full min-w-0 items-center gap-1 text-12 text-ink-3">
          <span className="whitespace-nowrap">{t('webhookUrl')}</span>
          <span className="mono ltr min-w-0 truncate text-ink-2" title={app.webhookUrl}>
            {app.webhookUrl}
          </span>
          <CopyButton text={app.webhookUrl} what={t('webhookUrl')} />
        </span>
      </header>
      <div className="min-h-10 border-b border-line">{setup && <SetupList name={app.name} setup={setup} onSecret={mayWrite ? props.onEdit : undefined} />}</div>
      <NumberTable
        label={app.name}
        numbers={numbers}
        chosen={props.chosenNumber}
        mayWrite={mayWrite}
        onEdit={props.onEditNumber}
        onDelete={props.onDeleteNumber}
        onSandbox={props.onSandbox}
      />
    </section>
  );
}

function AppMenu({ app, onEdit, onDelete, onAddNumber }: Props) {
  const t = useTranslations('numbers');
  const patch = $api.useMutation('patch', '/api/v1/apps/{id}');
  const become = (active: boolean) =>
    patch.mutate(
      { params: { path: { id: app.id } }, body: { active } },
      {
        onSuccess: () => {
          if (active) toast(t('switchedOn', { name: app.name }));
          else toast(t('switchedOff', { name: app.name }), { detail: t('switchedOffHint'), undo: () => become(true) });
          readAgain('apps', 'overview');
        },
        onError: (error) => toast(t('notChanged', { name: app.name }), { tone: 'bad', detail: problemOf(error).detail }),
      },
    );
  return (
    <Menu
      trigger={
        <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
          {t('appMenu', { name: app.name })}
        </Button>
      }
    >
      <MenuItem icon={Plus} onSelect={onAddNumber}>
        {t('addNumber')}
      </MenuItem>
      <MenuItem icon={Pencil} onSelect={onEdit}>
        {t('editApp')}
      </MenuItem>
      <MenuItem icon={Power} onSelect={() => become(!app.active)}>
        {t(app.active ? 'switchOff' : 'switchOn')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={Trash2} danger onSelect={onDelete}>
        {t('deleteApp')}
      </MenuItem>
    </Menu>
  );
}
