import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab<Value extends string> {
  value: Value;
  label: ReactNode;
  content: ReactNode;
}

interface Props<Value extends string> {
  value: Value;
  onChange: (value: Value) => void;
  tabs: Tab<Value>[];
  /** At the end of the tabs' line. */
  aside?: ReactNode;
}

export function Tabs<Value extends string>({ value, onChange, tabs, aside }: Props<Value>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)} className="flex min-h-0 flex-col">
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Radix.List className="flex gap-5">
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.value}
              value={tab.value}
              className="-mb-px inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent font-mid whitespace-nowrap text-ink-2 data-[state=active]:border-brand data-[state=active]:text-ink"
            >
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside !== undefined && <span className="ms-auto">{aside}</span>}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="min-h-0" tabIndex={-1}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
