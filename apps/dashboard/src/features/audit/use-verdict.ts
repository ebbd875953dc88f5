import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, problemOf } from '../../data/client.ts';
import { toast } from '../../ui/toasts.tsx';
import { type AuditScope, pathOf } from './audit-search.ts';

/** Walks the whole chain, a bounded part at a time, and says whether it holds. */
export function useVerdict(scope: AuditScope): { busy: boolean; ask: () => void } {
  const t = useTranslations('audit');
  const [busy, setBusy] = useState(false);
  const walk = async () => {
    let checked = 0;
    let after: number | undefined;
    for (;;) {
      const { data, error } = await api.GET(`${pathOf(scope)}/verify`, { params: { query: { after } } });
      if (error) throw error;
      checked += data.checked;
      if (data.broken) return toast(t('broken', { sequence: data.broken.sequence }), { tone: 'bad', detail: data.broken.problem });
      if (data.complete) return toast(t('holds', { count: checked }));
      after = data.upTo;
    }
  };
  const ask = () => {
    setBusy(true);
    void walk()
      .catch((error: unknown) => {
        const { title, detail } = problemOf(error);
        toast(title, { tone: 'bad', detail });
      })
      .finally(() => setBusy(false));
  };
  return { busy, ask };
}
