import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { NewCodes, TurnOff } from './authenticator-proof.tsx';
import { SetUpAuthenticator } from './authenticator-set-up.tsx';
import { Section } from './section.tsx';

type Act = 'set-up' | 'codes' | 'off';

/** A second proof at sign-in. */
export function AuthenticatorSection({ user }: { user: Me['user'] }) {
  const t = useTranslations('profile');
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  return (
    <Section
      title={t('totp.title')}
      aside={user.hasTotp ? <Tag tone="ok" icon={ShieldCheck}>{t('totp.on')}</Tag> : <Tag>{t('totp.off')}</Tag>}
    >
      <p className="text-ink-2">{t(user.hasTotp ? 'totp.hintOn' : user.hasPassword ? 'totp.hintOff' : 'totp.needsPassword')}</p>
      <div className="flex flex-wrap gap-2">
        {user.hasTotp ? (
          <>
            <Button onClick={() => setAct('codes')}>{t('totp.newCodes')}</Button>
            <Button onClick={() => setAct('off')}>{t('totp.turnOff')}</Button>
          </>
        ) : (
          <Button disabled={!user.hasPassword} onClick={() => setAct('set-up')}>
            {t('totp.setUp')}
          </Button>
        )}
      </div>
      {act === 'set-up' && <SetUpAuthenticator onClose={close} />}
      {act === 'codes' && <NewCodes onClose={close} />}
      {act === 'off' && <TurnOff onClose={close} />}
    </Section>
  );
}
