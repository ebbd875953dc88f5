import { useQueryClient } from '@tanstack/react-query';
import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, isProblem } from '../../data/client.ts';
import { fetchSignedIn } from '../../data/renewal.ts';
import { actingFor } from '../../data/acting-for.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toasts.tsx';

const MOST_BYTES = 200 * 1024;

/** The picture on top of mails: chosen, sent as it is, checked by its content. */
export function LogoField({ logoUrl }: { logoUrl: string | null }) {
  const t = useTranslations('appearance');
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const again = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/tenants/current/theme'] });
  const remove = $api.useMutation('delete', '/api/v1/tenants/current/theme/logo', {
    onSuccess: async () => {
      toast(t('logoRemoved'));
      await again();
    },
  });
  const send = async (file: File) => {
    if (file.size > MOST_BYTES) return setWrong(t('logoTooLarge'));
    setBusy(true);
    setWrong(undefined);
    try {
      const tenant = actingFor();
      const answer = await fetchSignedIn(
        new Request(`${location.origin}/api/v1/tenants/current/theme/logo`, {
          method: 'PUT',
          body: file,
          headers: { 'content-type': file.type, ...(tenant && { 'x-tenant-id': tenant.id }) },
        }),
      );
      if (!answer.ok) {
        const problem: unknown = await answer.json();
        return setWrong(isProblem(problem) ? problem.detail : t('logoFailed'));
      }
      toast(t('logoSaved'));
      await again();
    } catch {
      setWrong(t('logoFailed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <span className="font-mid">{t('logo')}</span>
      <div className="flex items-center gap-3">
        <span className="grid h-12 w-28 shrink-0 place-items-center overflow-hidden rounded-2 border border-line bg-surface-2 text-12 text-ink-3">
          {logoUrl ? <img src={logoUrl} alt={t('logo')} className="max-h-10 max-w-24" /> : t('noLogo')}
        </span>
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('chooseLogo')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void send(file);
          }}
        />
        <Button icon={ImageUp} busy={busy} onClick={() => input.current?.click()}>
          {t('chooseLogo')}
        </Button>
        {logoUrl && (
          <Button look="bare" icon={Trash2} iconOnly busy={remove.isPending} onClick={() => remove.mutate({})}>
            {t('removeLogo')}
          </Button>
        )}
      </div>
      <p role={wrong ? 'alert' : undefined} className={wrong ? 'text-12 text-bad' : 'text-12 text-ink-3'}>
        {wrong ?? t('logoHint')}
      </p>
    </div>
  );
}
