import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { usePlaces } from './places.ts';
import { shortcutsAreOff, switchShortcuts } from './shortcuts.ts';
import { type Listed, pageShortcuts } from './shortcut-list.ts';

interface Props {
  kind: 'tenant' | 'admin';
  onClose: () => void;
}

/** Every key and what it does, by page. */
export function ShortcutSheet({ kind, onClose }: Props) {
  const t = useTranslations('shell');
  const [on, setOn] = useState(!shortcutsAreOff());
  const id = useId();
  const choose = (next: boolean) => {
    switchShortcuts(next);
    setOn(next);
  };
  const everywhere: Row[] = [
    { keys: ['⌘K', 'Ctrl K'], or: true, label: t('keys.palette') },
    { keys: ['?'], label: t('keys.sheet') },
    { keys: ['Esc'], label: t('keys.close') },
  ];
  const going: Row[] = usePlaces(kind).map(({ name, key }) => ({ keys: ['G', key.toUpperCase()], label: t(name) }));
  const word = ({ keys, or, label }: Listed): Row => ({ keys, or, label: t(`keys.${label}`) });
  return (
    <Dialog open onClose={onClose} title={t('shortcuts')} wide>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Group title={t('keys.everywhere')} rows={everywhere} />
          <Group title={t('keys.goTo')} rows={going} />
        </div>
        <div className="flex flex-col gap-5">
          {pageShortcuts[kind].map(({ page, shortcuts }) => (
            <Group key={page} title={t(page)} rows={shortcuts.map(word)} />
          ))}
        </div>
      </div>
      <label htmlFor={id} className="mt-5 flex items-center gap-2.5 border-t border-line pt-4 pointer-coarse:min-h-11">
        <Checkbox id={id} checked={on} onChange={(event) => choose(event.target.checked)} />
        <span>
          <span className="font-mid">{t('keys.on')}</span>
          <span className="block text-12 text-ink-2">{t('keys.onHint')}</span>
        </span>
      </label>
    </Dialog>
  );
}

interface Row {
  keys: string[];
  /** One of the keys, not one after the other. */
  or?: boolean;
  label: string;
}

function Group({ title, rows }: { title: string; rows: Row[] }) {
  const t = useTranslations('shell.keys');
  return (
    <section>
      <h3 className="mb-1 text-12 font-mid text-ink-3">{title}</h3>
      <dl>
        {rows.map(({ keys, or, label }) => (
          <div key={label} className="flex min-h-8 items-center gap-3 border-b border-line last:border-0">
            <dt className="flex-1">{label}</dt>
            <dd className="flex items-center gap-1 text-12 text-ink-3">
              {keys.map((key, index) => (
                <span key={key} className="flex items-center gap-1">
                  {index > 0 && <span>{t(or ? 'or' : 'then')}</span>}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
