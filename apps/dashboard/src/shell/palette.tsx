import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '../ui/kbd.tsx';
import { PaletteActions } from './palette-actions.tsx';
import { PaletteFound } from './palette-found.tsx';
import { PalettePages } from './palette-pages.tsx';
import { PaletteTenants } from './palette-tenants.tsx';

interface Props {
  kind: 'tenant' | 'admin';
  onClose: () => void;
}

/** Everything by its name: pages, what is in the tenant (or in all of them), and what can be done. */
export function Palette({ kind, onClose }: Props) {
  const t = useTranslations('shell.palette');
  const [text, setText] = useState('');
  const part = { kind, text, onDone: onClose };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed start-1/2 top-[10vh] z-50 w-[calc(100vw-32px)] max-w-150 -translate-x-1/2 animate-appear overflow-hidden rounded-4 bg-surface-1 shadow-dialog rtl:translate-x-1/2 dark:bg-surface-2"
        >
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <Command shouldFilter={false} loop label={t('title')} className="flex max-h-[70vh] flex-col">
            <div className="flex items-center gap-2 border-b border-line pe-3">
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder={t(kind === 'admin' ? 'placeholderAdmin' : 'placeholder')}
                className="h-12 min-w-0 flex-1 rounded-t-4 bg-transparent px-4 text-14 outline-none"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List label={t('list')} className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2">
              {/* What is found late comes below, so that the choice does not move under the hand. */}
              <PalettePages {...part} />
              <PaletteFound {...part} />
              <PaletteTenants {...part} />
              <PaletteActions {...part} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
