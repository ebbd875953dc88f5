import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';

const looks = {
  primary: 'border-transparent bg-brand text-brand-fg hover:bg-brand-hover active:bg-brand-active',
  plain: 'border-line-2 bg-surface-1 text-ink hover:bg-surface-3 aria-expanded:bg-surface-3',
  bare: 'border-transparent bg-transparent text-ink-2 hover:bg-surface-3 hover:text-ink aria-expanded:bg-surface-3',
  danger: 'border-transparent bg-bad text-bad-fg hover:opacity-90',
};
const sizes = {
  xs: 'h-6 rounded-1 px-2 text-12 gap-1',
  sm: 'h-7 rounded-2 px-2.5 text-13 gap-1.5',
  md: 'h-8 rounded-2 px-3 text-13 gap-1.5',
  lg: 'h-10 rounded-2 px-4 text-14 gap-2',
};
const square = { xs: 'w-6 px-0!', sm: 'w-7 px-0!', md: 'w-8 px-0!', lg: 'w-10 px-0!' };

export interface ButtonLook {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  icon?: LucideIcon;
  /** The label is for the ear only. */
  iconOnly?: boolean;
}

export function buttonClass({ look = 'plain', size = 'sm', iconOnly }: ButtonLook): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center border font-mid whitespace-nowrap num select-none transition-colors duration-[120ms] pointer-coarse:min-h-11',
    'disabled:border-line disabled:bg-surface-2 disabled:text-ink-off aria-disabled:text-ink-off',
    looks[look],
    sizes[size],
    iconOnly && classes(square[size], 'pointer-coarse:min-w-11'),
  );
}

type Props = ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    children: ReactNode;
    /** Keeps the width: a spinner stands where the label was. */
    busy?: boolean;
    ref?: Ref<HTMLButtonElement>;
  };

export function Button({ look, size, icon: Icon, iconOnly, busy, children, className, disabled, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-label={iconOnly && typeof children === 'string' ? children : rest['aria-label']}
      title={iconOnly && typeof children === 'string' ? children : rest.title}
      className={classes(buttonClass({ look, size, iconOnly }), 'relative', className)}
    >
      {busy && (
        <span className="absolute inset-0 grid place-items-center">
          <span className="size-3.5 animate-spin rounded-full border-[1.5px] border-current border-e-transparent" />
        </span>
      )}
      <span className={classes('inline-flex items-center gap-[inherit]', busy && 'invisible')}>
        {Icon && <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />}
        {!iconOnly && children}
      </span>
    </button>
  );
}
