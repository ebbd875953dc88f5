import { Bookmark, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.tsx';
import { filterOf, isEmpty, sameSieve, sieveOf, spanOf } from './delivery-filter.ts';
import type { DeliverySearch, Range } from './delivery-search.ts';
import type { Change } from './use-delivery-search.ts';
import { ViewDialog } from './view-dialog.tsx';
import { MOST_VIEWS, useOwnViews, type View } from './view-store.ts';

interface Props {
  search: DeliverySearch;
  change: Change;
  cleared: Partial<DeliverySearch>;
  /** Since when the page counts. */
  at: number;
}

/** Questions that are asked often, each with its number. */
export function SavedViews({ search, change, cleared, at }: Props) {
  const t = useTranslations('deliveries');
  const own = useOwnViews();
  const [dialog, setDialog] = useState<'new' | View | null>(null);
  const sieve = sieveOf(search);
  const builtIn: View[] = [
    { id: 'all', name: t('views.all'), sieve: {} },
    { id: 'failing', name: t('views.failing'), sieve: { states: 'waiting,failed' } },
    { id: 'slow', name: t('views.slow'), sieve: { minDurationMs: '2000' } },
  ];
  const views = [...builtIn, ...own.views];
  const active = views.find(
    (view) => sameSieve(view.sieve, sieve) && (!view.range || view.range === search.range),
  );
  const activeOwn = own.views.find((view) => view === active);
  const open = (view: View) => change({ ...cleared, ...view.sieve, range: view.range ?? search.range });
  const remove = (view: View) => {
    const before = own.views;
    own.remove(view.id);
    toast(t('viewDeleted', { name: view.name }), { undo: () => own.restore(before) });
  };
  return (
    <div className="flex min-h-11 items-center gap-1 px-4">
      <div
        role="group"
        aria-label={t('savedViews')}
        className="flex min-w-0 flex-1 items-center gap-1 overflow-x-auto p-1 -m-1"
      >
        {views.map((view) => (
          <ViewButton
            key={view.id}
            view={view}
            active={view === active}
            range={view.range ?? search.range}
            at={at}
            onOpen={() => open(view)}
          />
        ))}
        {activeOwn && (
          <Menu
            trigger={
              <Button look="bare" icon={Ellipsis} iconOnly>
                {t('changeView', { name: activeOwn.name })}
              </Button>
            }
            align="start"
          >
            <MenuItem icon={Pencil} onSelect={() => setDialog(activeOwn)}>
              {t('renameView')}
            </MenuItem>
            <MenuItem icon={Trash2} danger onSelect={() => remove(activeOwn)}>
              {t('deleteView')}
            </MenuItem>
          </Menu>
        )}
      </div>
      {!active && !isEmpty(sieve) && own.views.length < MOST_VIEWS && (
        <Button look="bare" icon={Bookmark} onClick={() => setDialog('new')}>
          {t('saveView')}
        </Button>
      )}
      {dialog && (
        <ViewDialog
          name={dialog === 'new' ? '' : dialog.name}
          taken={views.filter((view) => view !== dialog).map((view) => view.name)}
          onClose={() => setDialog(null)}
          onName={(name) => {
            if (dialog === 'new') own.add({ id: crypto.randomUUID(), name, sieve, range: search.range });
            else own.rename(dialog.id, name);
            setDialog(null);
          }}
        />
      )}
    </div>
  );
}

interface ViewButtonProps {
  view: View;
  active: boolean;
  range: Range | undefined;
  at: number;
  onOpen: () => void;
}

function ViewButton({ view, active, range, at, onOpen }: ViewButtonProps) {
  const format = useFormatter();
  const counted = view.id !== 'all';
  const query = { ...filterOf(view.sieve), since: spanOf({ range }, at).since };
  const { data } = $api.useQuery(
    'get',
    '/api/v1/deliveries/count',
    { params: { query } },
    { enabled: counted },
  );
  return (
    <button
      type="button"
      aria-pressed={active}
      onClick={onOpen}
      className={classes(
        'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-2 px-2 font-mid whitespace-nowrap text-ink-2 hover:bg-surface-3 pointer-coarse:min-h-11',
        active && 'bg-surface-3 text-ink',
      )}
    >
      {view.name}
      {counted && data && (
        <span
          className={classes(
            'num text-12',
            view.id === 'failing' && data.count > 0 ? 'text-bad' : 'text-ink-3',
          )}
        >
          {format.number(data.count)}
        </span>
      )}
    </button>
  );
}
