import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { $api } from '../data/client.ts';
import { Kbd } from '../ui/kbd.tsx';
import { matches, PaletteGroup, PaletteItem, type PalettePart } from './palette-item.tsx';
import { usePlaces } from './places.ts';

export function PalettePages({ kind, text, onDone }: PalettePart) {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { enabled: kind === 'tenant', staleTime: 60_000 });
  const pages = usePlaces(kind).filter(
    ({ name }) => (name !== 'sandbox' || sandbox.data?.available) && matches(t(name), text),
  );
  if (pages.length === 0) return null;
  return (
    <PaletteGroup heading={t('palette.pages')}>
      {pages.map(({ name, to, icon, key }) => (
        <PaletteItem
          key={name}
          id={`page ${name}`}
          icon={icon}
          label={t(name)}
          aside={
            <span aria-hidden className="hidden gap-1 sm:flex">
              <Kbd>G</Kbd>
              <Kbd>{key.toUpperCase()}</Kbd>
            </span>
          }
          onChoose={() => {
            onDone();
            void navigate({ to });
          }}
        />
      ))}
    </PaletteGroup>
  );
}
