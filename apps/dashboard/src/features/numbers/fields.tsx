import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../data/client.ts';
import type { Account, App, PhoneNumber } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError } from '../../ui/form.tsx';
import { phoneText } from '../../ui/phone-text.ts';

interface Given<Row> {
  /** What is changed; absent for a new one. */
  row?: Row;
  problem?: Problem;
}

/** Something that is here already: the words belong under its id. */
const taken = (problem: Problem | undefined) => (problem?.code === 'already_exists' ? problem.detail : undefined);

export function AccountFields({ row, problem }: Given<Account>) {
  const t = useTranslations('numbers');
  return (
    <>
      {!row && (
        <Field label={t('accountForm.id')} hint={t('accountForm.idHint')} error={fieldError(problem, 'businessId') ?? taken(problem)}>
          {(wiring) => <Input {...wiring} autoFocus name="businessId" inputMode="numeric" autoComplete="off" placeholder={t('accountForm.idExample')} className="ltr mono" />}
        </Field>
      )}
      <Field label={t('accountForm.name')} error={fieldError(problem, 'name')}>
        {(wiring) => <Input {...wiring} autoFocus={row !== undefined} name="name" defaultValue={row?.name} autoComplete="off" maxLength={200} />}
      </Field>
      <Field label={t('accountForm.timezone')} error={fieldError(problem, 'timezone')}>
        {(wiring) => (
          <Select {...wiring} name="timezone" defaultValue={row?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} className="ltr">
            {[...new Set(['UTC', ...(row ? [row.timezone] : []), ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

export function accountBody(values: FormData) {
  return { businessId: textIn(values, 'businessId'), name: textIn(values, 'name'), timezone: textIn(values, 'timezone') };
}

export function AppFields({ row, problem }: Given<App>) {
  const t = useTranslations('numbers');
  const [token, setToken] = useState(() => (row ? '' : randomToken()));
  const secretHint = row ? t(row.hasAppSecret ? 'appForm.newSecretHint' : 'appForm.noSecretHint') : t('appForm.secretHint');
  return (
    <>
      {!row && (
        <Field label={t('appForm.id')} hint={t('appForm.idHint')} error={fieldError(problem, 'id') ?? taken(problem)}>
          {(wiring) => <Input {...wiring} autoFocus name="id" inputMode="numeric" autoComplete="off" placeholder={t('appForm.idExample')} className="ltr mono" />}
        </Field>
      )}
      <Field label={t('appForm.name')} error={fieldError(problem, 'name')}>
        {(wiring) => <Input {...wiring} autoFocus={row !== undefined} name="name" defaultValue={row?.name} autoComplete="off" maxLength={200} />}
      </Field>
      <Field label={t(row?.hasAppSecret ? 'appForm.newSecret' : 'appForm.secret')} hint={secretHint} error={fieldError(problem, 'appSecret')}>
        {(wiring) => <Input {...wiring} name="appSecret" type="password" autoComplete="off" className="ltr mono" />}
      </Field>
      <Field label={t(row ? 'appForm.newToken' : 'appForm.token')} hint={t(row ? 'appForm.newTokenHint' : 'appForm.tokenHint')} error={fieldError(problem, 'verifyToken')}>
        {(wiring) => (
          <span className="flex gap-2">
            <Input {...wiring} name="verifyToken" value={token} onChange={(event) => setToken(event.target.value)} autoComplete="off" spellCheck={false} className="ltr mono" />
            <Button size="md" icon={RefreshCw} iconOnly onClick={() => setToken(randomToken())}>
              {t('appForm.suggest')}
            </Button>
          </span>
        )}
      </Field>
    </>
  );
}

/** Empty secrets are left out: they keep what is there. */
export function appBody(values: FormData) {
  const appSecret = textIn(values, 'appSecret');
  return { id: textIn(values, 'id'), name: textIn(values, 'name'), verifyToken: textIn(values, 'verifyToken'), ...(appSecret && { appSecret }) };
}

export function NumberFields({ row, problem, apps }: Given<PhoneNumber> & { apps?: App[] }) {
  const t = useTranslations('numbers');
  return (
    <>
      {!row && (
        <Field label={t('numberForm.id')} hint={t('numberForm.idHint')} error={fieldError(problem, 'phoneNumberId') ?? taken(problem)}>
          {(wiring) => <Input {...wiring} autoFocus name="phoneNumberId" inputMode="numeric" autoComplete="off" placeholder={t('numberForm.idExample')} className="ltr mono" />}
        </Field>
      )}
      <Field label={t('numberForm.phone')} hint={t('numberForm.phoneHint')} error={fieldError(problem, 'phoneNumber')}>
        {(wiring) => (
          <Input {...wiring} autoFocus={row !== undefined} name="phoneNumber" type="tel" defaultValue={row && phoneText(row.phoneNumber)} autoComplete="off" placeholder={t('numberForm.phoneExample')} className="ltr mono" />
        )}
      </Field>
      <Field label={t('numberForm.name')} hint={t('numberForm.nameHint')} error={fieldError(problem, 'displayName')}>
        {(wiring) => <Input {...wiring} name="displayName" defaultValue={row?.displayName} autoComplete="off" maxLength={200} />}
      </Field>
      {apps && apps.length > 0 && (
        <Field label={t('numberForm.app')} error={fieldError(problem, 'appId')}>
          {(wiring) => (
            <Select {...wiring} name="appId" defaultValue={row?.appId}>
              {apps.map((app) => (
                <option key={app.id} value={app.id}>{`${app.name} · ${app.id}`}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </>
  );
}

export function numberBody(values: FormData) {
  return { phoneNumberId: textIn(values, 'phoneNumberId'), phoneNumber: textIn(values, 'phoneNumber'), displayName: textIn(values, 'displayName') };
}

export const textIn = (values: FormData, name: string): string => String(values.get(name) ?? '').trim();

/** 192 random bits, in letters that survive a form of Meta's. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_');
}
