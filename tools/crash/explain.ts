import type { Product } from './product.ts';

/** Where something stands that did not arrive, in the product's own words; for the report only, it is no evidence. */
export async function explain(
  product: Product,
  { project, key }: { project: string; key: string },
): Promise<string> {
  const [, , item] = key.split('|');
  const client = await product.connect();
  try {
    await client.query('set role waypost_system');
    const { rows } = await client.query<{ found: string }>(
      `select format('event %s: %s', e.id, coalesce(string_agg(format('delivery %s is %s%s, attempts %s, next %s, %s',
                d.id, d.state, ' (' || d.cause || ')', d.attempts, d.next_at, coalesce(d.last_error, 'no error')), '; '), 'no delivery')) as found
         from event e left join delivery d on d.event_id = e.id
          and d.project_id = (select id from project where slug = $2)
        where $1 = any(e.item_ids) group by e.id`,
      [item, project],
    );
    if (rows.length > 0) return rows.map(({ found }) => found).join('; ');
    const { rows: raw } = await client.query<{ found: string }>(
      `select format('webhook %s: pending %s, quarantined %s', w.id, p.id is not null, coalesce(q.detail, 'no')) as found
         from webhook_event w left join webhook_pending p on p.id = w.id left join webhook_quarantine q on q.webhook_id = w.id
        where position(convert_to($1, 'UTF8') in w.body) > 0`,
      [item],
    );
    return raw.length > 0 ? raw.map(({ found }) => found).join('; ') : 'nothing of it is stored';
  } finally {
    await client.end();
  }
}
