import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
  /** For menus whose code came after the click on their trigger. */
  startsOpen?: boolean;
}

/** A menu under its trigger; items are `MenuItem`s. */
export function Menu({ trigger, children, align = 'end', startsOpen = false }: MenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen={startsOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          className="z-50 max-h-96 min-w-44 animate-rise overflow-y-auto rounded-3 bg-surface-1 p-1 shadow-float dark:bg-surface-2"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ItemProps {
  icon?: LucideIcon;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** At the end, smaller. */
  hint?: ReactNode;
  children: ReactNode;
}

export function MenuItem({ icon: Icon, onSelect, danger, disabled, hint, children }: ItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled}
      className={classes(
        'flex min-h-7 items-center gap-2 rounded-1 px-2 outline-none select-none data-disabled:text-ink-off data-highlighted:bg-surface-3 pointer-coarse:min-h-11',
        danger && 'text-bad',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.5} />}
      <span className="flex-1">{children}</span>
      {hint !== undefined && <span className="ms-4 text-12 text-ink-3">{hint}</span>}
    </Radix.Item>
  );
}

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of a few, the one that holds ticked. */
export function MenuChoices<Value extends string>({ label, value, options, onChange }: ChoicesProps<Value>) {
  return (
    <Radix.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)} aria-label={label}>
      <Radix.Label className="px-2 pt-1.5 pb-1 text-12 font-mid text-ink-3">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className="flex min-h-7 items-center gap-2 rounded-1 px-2 outline-none select-none data-highlighted:bg-surface-3 pointer-coarse:min-h-11"
        >
          <span className="size-4">
            <Radix.ItemIndicator>
              <Check aria-hidden className="size-4 text-ink-3" strokeWidth={1.5} />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const MenuDivider = () => <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
