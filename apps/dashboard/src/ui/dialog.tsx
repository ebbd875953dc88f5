import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the one that acts last. */
  actions?: ReactNode;
  /** Only its buttons close it: for what is shown once. */
  sticky?: boolean;
  wide?: boolean;
  children?: ReactNode;
}

export function Dialog({ open, onClose, title, description, actions, sticky, wide, children }: Props) {
  const t = useTranslations('ui');
  const keep = (event: Event) => {
    if (sticky) event.preventDefault();
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          onInteractOutside={keep}
          onEscapeKeyDown={keep}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={classes(
            'fixed start-1/2 top-[12vh] z-50 flex max-h-[80vh] w-[calc(100vw-32px)] -translate-x-1/2 animate-appear flex-col rounded-4 bg-surface-1 shadow-dialog rtl:translate-x-1/2 dark:bg-surface-2',
            wide ? 'max-w-180' : 'max-w-120',
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-16 font-strong">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-1 text-13 text-ink-2">{description}</Radix.Description>
              )}
            </div>
            {!sticky && (
              <Radix.Close asChild>
                <Button look="bare" icon={X} iconOnly>
                  {t('close')}
                </Button>
              </Radix.Close>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>
          {actions !== undefined && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
