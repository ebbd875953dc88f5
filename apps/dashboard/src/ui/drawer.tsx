import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  open: boolean;
  onClose: () => void;
  /** For the ear; the visible title is the content's own. */
  label: string;
  children: ReactNode;
}

/** Lies over the page at its end side; the page stays usable behind it. */
export function Drawer({ open, onClose, label, children }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()} modal={false}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          onOpenAutoFocus={(event) => event.preventDefault()}
          className="fixed inset-y-0 end-0 z-30 flex w-full max-w-[488px] animate-slide flex-col border-s border-line bg-surface-1 shadow-drawer"
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
