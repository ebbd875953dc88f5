import { Command } from 'cmdk';
import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../data/client.ts';
import { useMay } from '../data/session.ts';
import { type Hit, hitIcons } from './hits.ts';
import { PaletteGroup, PaletteItem, type PalettePart } from './palette-item.tsx';
import { useOpenHit } from './use-open-hit.ts';

const PAUSE_MS = 150;

/** What the API finds of what was typed; before anything is typed, the projects and numbers at hand. */
export function PaletteFound(part: PalettePart) {
  const q = useSettled(part.text.trim());
  if (part.text.trim() === '') return part.kind === 'tenant' ? <AtHand {...part} /> : null;
  return part.kind === 'tenant' ? <FoundInTenant {...part} q={q} /> : <FoundInAll {...part} q={q} />;
}

function FoundInTenant({ q, ...part }: PalettePart & { q: string }) {
  const found = $api.useQuery('get', '/api/v1/search', { params: { query: { q } } }, { enabled: q !== '', placeholderData: (before) => before });
  return <Hits {...part} hits={found.data?.data} error={found.error} />;
}

function FoundInAll({ q, ...part }: PalettePart & { q: string }) {
  const found = $api.useQuery('get', '/api/v1/system/search', { params: { query: { q } } }, { enabled: q !== '', placeholderData: (before) => before });
  return <Hits {...part} hits={found.data?.data} error={found.error} />;
}

function AtHand(part: PalettePart) {
  const routes = useMay('routing:read');
  const reads = useMay('waba:read');
  const query = { params: { query: { limit: 5 } } };
  const projects = $api.useQuery('get', '/api/v1/projects', query, { enabled: routes });
  const numbers = $api.useQuery('get', '/api/v1/phone-numbers', query, { enabled: reads });
  const here = { tenantId: '', tenantName: '' };
  const hits: Hit[] = [
    ...(projects.data?.data ?? []).map(({ id, name, slug }) => ({ kind: 'project' as const, id, title: name, detail: slug, ...here })),
    ...(numbers.data?.data ?? []).map(({ phoneNumberId, displayName, phoneNumber }) => ({
      ...{ kind: 'number' as const, id: phoneNumberId, title: displayName, detail: phoneNumber },
      ...here,
    })),
  ];
  return hits.length > 0 ? <Hits {...part} hits={hits} error={null} /> : null;
}

interface HitsProps extends PalettePart {
  hits: Hit[] | undefined;
  error: unknown;
}

function Hits({ kind, text, hits, error, onDone }: HitsProps) {
  const t = useTranslations('shell.palette');
  const open = useOpenHit(kind);
  if (error) {
    return (
      <p role="alert" className="flex min-h-9 items-center gap-2.5 px-2 text-bad">
        <CircleAlert aria-hidden className="size-4" strokeWidth={1.5} />
        {problemOf(error).detail}
      </p>
    );
  }
  if (!hits) return <Command.Loading className="flex min-h-9 items-center px-2 text-ink-2">{t('searching')}</Command.Loading>;
  if (hits.length === 0) return <p className="flex min-h-9 items-center px-2 text-ink-2">{t('nothing', { text: text.trim() })}</p>;
  return (
    <PaletteGroup heading={t(text.trim() === '' ? 'atHand' : 'found')}>
      {hits.map((hit) => (
        <PaletteItem
          key={`${hit.kind} ${hit.id}`}
          id={`${hit.kind} ${hit.id}`}
          icon={hitIcons[hit.kind]}
          label={hit.title}
          detail={hit.detail}
          aside={kind === 'admin' && hit.kind !== 'tenant' ? hit.tenantName : t(`kinds.${hit.kind}`)}
          onChoose={() => {
            onDone();
            open(hit);
          }}
        />
      ))}
    </PaletteGroup>
  );
}

/** The value once it has rested. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
