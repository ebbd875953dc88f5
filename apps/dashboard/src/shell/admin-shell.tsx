import { useTranslations } from 'use-intl';
import { useMe } from '../data/session.ts';
import { Account } from './account.tsx';
import { Mark } from './mark.tsx';
import { openPalette } from './overlay-state.ts';
import { usePlaces } from './places.ts';
import { Rail } from './rail.tsx';
import { Shell } from './shell.tsx';

export function AdminShell() {
  const t = useTranslations('shell');
  const me = useMe();
  const links = usePlaces('admin').map(({ name, ...place }) => ({ ...place, label: t(name), exact: name === 'health' }));
  const head = (
    <>
      <Mark className="size-6" />
      <span className="truncate md:sr-only wide:not-sr-only">{t('platform')}</span>
    </>
  );
  return <Shell kind="admin" rail={<Rail head={head} groups={[{ links }]} foot={<Account me={me} />} onSearch={openPalette} />} />;
}
