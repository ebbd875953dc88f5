import type { Answer, Json } from './client.ts';

/** An answer without what differs from call to call, and with the id that was asked for named alike. */
export function comparable({ status, body, headers }: Answer<Json>, asked: string): Json {
  // A short id, such as a number, is no part of others.
  const id = new RegExp(`(?<![\\w-])${asked.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`, 'g');
  const text = JSON.stringify(body)
    .replace(id, '<asked>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>');
  return { status, type: headers.get('content-type'), text };
}
