import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Mapping } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { FieldChoice } from './field-choice.tsx';
import { EVERY_FIELD, sameFields } from './known-fields.ts';

interface Props {
  mapping: Mapping;
  mayWrite: boolean;
  onSave: (fields: string[]) => void;
}

const SHOWN = 2;

/** The fields that a mapping forwards, as tags; opened, all of them to choose from. */
export function FieldsPicker({ mapping, mayWrite, onSave }: Props) {
  const t = useTranslations('projects');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(mapping.fields);
  const tags = (
    <span className="inline-flex items-center gap-1">
      {mapping.fields.slice(0, SHOWN).map((field) => (
        <Tag key={field}>{field === EVERY_FIELD ? t('allFields') : field}</Tag>
      ))}
      {mapping.fields.length > SHOWN && <Tag>{`+${mapping.fields.length - SHOWN}`}</Tag>}
    </span>
  );
  if (!mayWrite) return tags;
  const toggle = (next: boolean) => {
    setChosen(mapping.fields);
    setOpen(next);
  };
  const save = () => {
    setOpen(false);
    if (!sameFields(chosen, mapping.fields)) onSave(chosen);
  };
  const count = chosen.includes(EVERY_FIELD) ? 0 : chosen.length;
  return (
    <Popover.Root open={open} onOpenChange={toggle}>
      <Popover.Trigger className="inline-flex items-center gap-1 rounded-1 pointer-coarse:min-h-11">
        <span className="sr-only">{t('chooseFields', { project: mapping.projectSlug })}</span>
        {tags}
        <ChevronDown aria-hidden className="size-3.5 text-ink-3" strokeWidth={1.5} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('chooseFields', { project: mapping.projectSlug })}
          className="z-50 flex max-h-[min(28rem,var(--radix-popover-content-available-height))] w-80 max-w-[calc(100vw-16px)] animate-rise flex-col rounded-3 bg-surface-1 shadow-float dark:bg-surface-2"
        >
          <div className="min-h-0 flex-1 overflow-y-auto p-2">
            <FieldChoice chosen={chosen} onChange={setChosen} />
          </div>
          <footer className="flex justify-end border-t border-line p-2">
            <Button look="primary" disabled={chosen.length === 0} onClick={save}>
              {t('saveFields', { count })}
            </Button>
          </footer>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
