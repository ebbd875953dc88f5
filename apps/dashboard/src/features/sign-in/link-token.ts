/**
 * The token of a link in a mail: it stands behind the `#` of the address, which no server and no log gets to see. Read
 * once and taken out of the address, so that it stays in no history either.
 */
export function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
