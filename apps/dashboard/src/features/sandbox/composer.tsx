import { Contact, FileText, Image, MapPin, MessageCircleQuestion, Mic, MousePointerClick, Paperclip, SendHorizontal, ShoppingCart, SmilePlus, Sticker, Video, List } from 'lucide-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { toast } from '../../ui/toasts.tsx';
import { LocationDialog } from './location-dialog.tsx';
import { pictureOf } from './picture.ts';
import type { Outgoing } from './use-send.ts';
import type { MessageKind } from './use-thread.ts';

interface Props {
  text: string;
  onText: (text: string) => void;
  field: RefObject<HTMLInputElement | null>;
  /** Offered as long as nothing was sent. */
  suggestions: string[];
  disabled: boolean;
  onSend: (message: Outgoing) => void;
}

const others = [
  { kind: 'sticker', icon: Sticker },
  { kind: 'voice', icon: Mic },
  { kind: 'video', icon: Video },
  { kind: 'document', icon: FileText },
  { kind: 'contacts', icon: Contact },
  { kind: 'reaction', icon: SmilePlus },
  { kind: 'button_reply', icon: MousePointerClick },
  { kind: 'list_reply', icon: List },
  { kind: 'order', icon: ShoppingCart },
  { kind: 'unsupported', icon: MessageCircleQuestion },
] as const satisfies { kind: MessageKind; icon: unknown }[];

export function Composer({ text, onText, field, suggestions, disabled, onSend }: Props) {
  const t = useTranslations('sandbox');
  const file = useRef<HTMLInputElement>(null);
  const [placing, setPlacing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (!said) return;
    onSend({ kind: 'text', text: said });
    onText('');
  };
  const attach = async (chosen: File | undefined) => {
    if (!chosen) return;
    const picture = await pictureOf(chosen);
    if (!picture) return toast(t('noPicture'), { tone: 'bad', detail: t('noPictureHint') });
    onSend({ kind: 'image', ...picture, ...(text.trim() && { text: text.trim() }) });
    onText('');
  };
  return (
    <div className="shrink-0 border-t border-line bg-surface-1 px-2.5 pt-2 pb-3.5">
      {suggestions.length > 0 && (
        <div role="group" aria-label={t('suggestions')} className="mb-2 flex flex-col gap-1">
          {suggestions.map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              disabled={disabled}
              onClick={() => onSend({ kind: 'text', text: suggestion })}
              className="min-h-8 rounded-3 border border-bubble-in-line bg-bubble-in px-3 py-1 text-start font-mid text-brand-text hover:bg-surface-2 pointer-coarse:min-h-11"
            >
              {suggestion}
            </button>
          ))}
        </div>
      )}
      <form onSubmit={submit} className="flex items-center gap-1.5">
        <Menu
          align="start"
          trigger={
            <Button look="bare" size="md" icon={Paperclip} iconOnly disabled={disabled}>
              {t('attach')}
            </Button>
          }
        >
          <MenuItem icon={Image} onSelect={() => file.current?.click()}>
            {t('kinds.image')}
          </MenuItem>
          <MenuItem icon={MapPin} onSelect={() => setPlacing(true)}>
            {t('kinds.location')}
          </MenuItem>
          <MenuDivider />
          {others.map(({ kind, icon }) => (
            <MenuItem key={kind} icon={icon} onSelect={() => onSend({ kind, ...textOf(kind, t) })}>
              {t(`kinds.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
        <input
          ref={file}
          type="file"
          accept="image/*"
          hidden
          onChange={(event) => {
            void attach(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <input
          ref={field}
          dir="auto"
          aria-label={t('message')}
          placeholder={t('message')}
          value={text}
          maxLength={4_096}
          onChange={(event) => onText(event.target.value)}
          className="h-9 min-w-0 flex-1 rounded-full border border-line-2 bg-surface-1 px-3.5 text-14 pointer-coarse:h-11"
        />
        <button
          type="submit"
          aria-label={t('send')}
          title={t('send')}
          disabled={disabled || !text.trim()}
          className="grid size-9 shrink-0 place-items-center rounded-full bg-brand text-brand-fg hover:bg-brand-hover disabled:bg-surface-3 disabled:text-ink-off pointer-coarse:size-11"
        >
          <SendHorizontal aria-hidden className="size-4" strokeWidth={1.5} />
        </button>
      </form>
      {placing && <LocationDialog onClose={() => setPlacing(false)} onSend={onSend} />}
    </div>
  );
}

/** What a button or an emoji says. */
function textOf(kind: MessageKind, t: ReturnType<typeof useTranslations<'sandbox'>>): { text?: string } {
  if (kind === 'reaction') return { text: '👍' };
  if (kind === 'button_reply' || kind === 'list_reply') return { text: t('replyText') };
  return {};
}
