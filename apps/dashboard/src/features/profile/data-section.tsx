import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, problemOf } from '../../data/client.ts';
import type { Me } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { download } from '../../ui/download.ts';
import { toast } from '../../ui/toasts.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { Section } from './section.tsx';

/** What is kept about a person: to take along, and to erase. */
export function DataSection({ user }: { user: Me['user'] }) {
  const t = useTranslations('profile');
  const [deleting, setDeleting] = useState(false);
  const take = useMutation({
    // Not by a query: what is personal stays out of its cache.
    mutationFn: async () => {
      const { data, error } = await api.GET('/api/v1/auth/me/export');
      if (error) throw error;
      download('waypost-account.json', JSON.stringify(data, null, 2), 'application/json');
    },
    onSuccess: () => toast(t('data.exported')),
    onError: (error) => {
      const { title, detail } = problemOf(error);
      toast(title, { tone: 'bad', detail });
    },
  });
  return (
    <Section title={t('data.title')}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-60 flex-1 text-ink-2">{t('data.exportHint')}</p>
        <Button icon={Download} busy={take.isPending} onClick={() => take.mutate()}>
          {t('data.export')}
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
        <p className="min-w-60 flex-1 text-ink-2">{t('data.deleteHint')}</p>
        <Button className="text-bad" disabled={!user.hasPassword} onClick={() => setDeleting(true)}>
          {t('data.delete')}
        </Button>
      </div>
      {deleting && <DeleteAccount user={user} onClose={() => setDeleting(false)} />}
    </Section>
  );
}
