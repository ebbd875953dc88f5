import type { Schemas } from '@waypost/api-client';
import { isLocale } from '@waypost/contracts';
import { currentLocale, isChosenHere, showLocale } from '../i18n/locale.ts';
import { $api, api, queryClient } from './client.ts';

type Me = Schemas['MeView'];

const meKey = $api.queryOptions('get', '/api/v1/auth/me', {}).queryKey;

/** A person has their language wherever they sign in; one that was chosen since this document was opened is newer. */
export async function followLocale(me: Me): Promise<void> {
  if (isChosenHere()) await keepLocale();
  else if (isLocale(me.user.locale)) await showLocale(me.user.locale);
}

/** Keeps the language of the page with the person, if somebody is signed in as themself. */
export async function keepLocale(): Promise<void> {
  const me = queryClient.getQueryData<Me>(meKey);
  const locale = currentLocale();
  if (!me || !('user' in me) || me.impersonator || me.user.locale === locale) return;
  const { error } = await api.PATCH('/api/v1/auth/me', { body: { locale } });
  if (error) throw new Error('The language was not kept.', { cause: error });
  queryClient.setQueryData<Me>(meKey, { ...me, user: { ...me.user, locale } });
}
