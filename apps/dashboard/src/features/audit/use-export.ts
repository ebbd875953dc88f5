import { useState } from 'react';
import { api, problemOf } from '../../data/client.ts';
import { toast } from '../../ui/toasts.tsx';
import { type AuditScope, type AuditSearch, pathOf } from './audit-search.ts';

/** Hands what the filter finds to the browser as a CSV file. */
export function useExport(scope: AuditScope, search: AuditSearch): { busy: boolean; start: () => void } {
  const [busy, setBusy] = useState(false);
  const fetchFile = async () => {
    const { data, error } = await api.GET(`${pathOf(scope)}/export`, { params: { query: search }, parseAs: 'blob' });
    if (error) throw error;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(data as unknown as Blob);
    link.download = `audit-${new Date().toISOString().slice(0, 10)}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const start = () => {
    setBusy(true);
    void fetchFile()
      .catch((error: unknown) => {
        const { title, detail } = problemOf(error);
        toast(title, { tone: 'bad', detail });
      })
      .finally(() => setBusy(false));
  };
  return { busy, start };
}
