import { bodyOfItem } from '@waypost/whatsapp';
import type { Directory, Route } from './directory.ts';
import { groupItems, parseRaw, planEvent, type PlannedEvent } from './plan.ts';

type Json = Record<string, unknown>;

const batch: Route = { projectId: 'batch', priority: 5, fields: ['*'], split: 'batch', enabled: true };
const single: Route = { projectId: 'single', priority: 1, fields: ['*'], split: 'event', enabled: true };
const off: Route = { projectId: 'off', priority: 9, fields: ['*'], split: 'batch', enabled: false };

const number = (tenantId: string, suspended: boolean, routes: Route[]) => ({
  id: `${tenantId}-1`,
  tenantId,
  metaAppId: 'app',
  suspended,
  routes,
});
const numbers = new Map([
  ['201', number('anna', false, [batch, single])],
  ['202', number('bob', true, [{ ...batch, projectId: 'bobs' }])],
  ['203', number('carol', false, [off, batch])],
]);
const directory: Directory = {
  number: (id) => numbers.get(id) ?? null,
  numberByDigits: () => null,
  account: () => null,
  fallback: () => null,
};

const message = (id: string, from = '1'): Json => ({
  from,
  id,
  timestamp: '1700000000',
  type: 'text',
  text: { body: `Grüße ${id}` },
});
const status = (id: string, to = '1'): Json => ({
  id,
  status: 'read',
  timestamp: '1700000001',
  recipient_id: to,
});
const contacts = ['1', '2', '3'].map((wa_id) => ({ profile: { name: wa_id }, wa_id }));
const entry = (phoneNumberId: string, value: Json) => ({
  id: '101',
  changes: [{ field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, ...value } }],
});

/** Spaced and escaped as no serialiser here would: only untouched bytes are equal to it. */
const bodyOf = (...entries: unknown[]) =>
  Buffer.from(
    JSON.stringify({ object: 'whatsapp_business_account', entry: entries }, null, 1).replaceAll(
      'ü',
      '\\u00fc',
    ),
  );

/** The events of one POST, when the items of these ids were there before. Within the POST the first copy counts. */
function events(body: Buffer, ...known: string[]): PlannedEvent[] {
  const { parsed } = parseRaw([
    { id: 'w', app: { tenantId: '00000000-0000-7000-8000-000000000000', id: 'app' }, body },
  ]);
  const { groups } = groupItems(parsed[0]!, directory);
  const taken = new Set<string>();
  for (const { item, key } of groups.flatMap(({ items }) => items))
    if (known.includes(item.id)) taken.add(key.toString('hex'));
  const isNew = (key: Buffer) => !taken.has(key.toString('hex')) && Boolean(taken.add(key.toString('hex')));
  return groups.flatMap((group) => planEvent(parsed[0]!, group, isNew) ?? []);
}
const only = (found: PlannedEvent[]): PlannedEvent => {
  expect(found).toHaveLength(1);
  return found[0]!;
};
const valueOf = (body: Buffer) =>
  (JSON.parse(body.toString()) as { entry: { changes: { value: Json }[] }[] }).entry.map((e) =>
    e.changes.map((c) => c.value),
  );

describe('planEvent', () => {
  it('forwards the received bytes when all items of the POST are new and of one number', () => {
    const body = bodyOf(
      entry('201', { contacts, messages: [message('a')] }),
      entry('201', { statuses: [status('b', '2')] }),
    );
    const event = only(events(body));
    expect(event.body.equals(body)).toBe(true);
    expect(event).toMatchObject({
      tenantId: 'anna',
      suspended: false,
      webhookId: 'w',
      numberId: 'anna-1',
      metaPhoneNumberId: '201',
      businessId: '101',
      asReceived: true,
      fields: ['messages'],
      kinds: ['text', 'status:read'],
      itemIds: ['a', 'b'],
      items: 2,
    });
    expect(event.deliveries[0]).toMatchObject({ projectId: 'batch', priority: 5, enabled: true, item: null });
    expect(event.deliveries[0]?.body.equals(body)).toBe(true);
  });

  it('rebuilds the body with the new items only when some were there before', () => {
    const event = only(
      events(
        bodyOf(entry('201', { contacts, messages: [message('a'), message('b', '2'), message('c', '3')] })),
        'b',
      ),
    );
    expect(event).toMatchObject({ asReceived: false, items: 2, itemIds: ['a', 'c'] });
    const value = {
      metadata: { phone_number_id: '201' },
      contacts: [contacts[0], contacts[2]],
      messages: [message('a'), message('c', '3')],
    };
    expect(valueOf(event.body)).toEqual([[value]]);
  });

  it('counts the second copy of an item within one POST as there before', () => {
    const event = only(events(bodyOf(entry('201', { messages: [message('a'), message('a')] }))));
    expect(event).toMatchObject({ asReceived: false, itemIds: ['a'] });
    expect(valueOf(event.body)).toEqual([
      [{ metadata: { phone_number_id: '201' }, messages: [message('a')] }],
    ]);
  });

  it('makes no event where nothing is new', () => {
    expect(events(bodyOf(entry('201', { messages: [message('a')] })), 'a')).toEqual([]);
  });

  it('gives each tenant of a POST its own items and nothing of the other', () => {
    const found = events(
      bodyOf(
        entry('201', { contacts, messages: [message('annas')] }),
        entry('202', { contacts, messages: [message('bobs', '2')] }),
      ),
    );
    expect(found.map(({ tenantId, suspended, asReceived }) => [tenantId, suspended, asReceived])).toEqual([
      ['anna', false, false],
      ['bob', true, false],
    ]);
    const [annas, bobs] = found;
    expect(annas?.body.toString()).not.toMatch(/bobs|"202"/);
    expect(bobs?.body.toString()).not.toMatch(/annas|"201"/);
    for (const event of found)
      for (const { body } of event.deliveries)
        expect(body.toString()).not.toContain(event === annas ? 'bobs' : 'annas');
  });

  it('keeps a switched-off project apart from the others, with its delivery noted', () => {
    expect(only(events(bodyOf(entry('203', { messages: [message('a')] })))).deliveries).toMatchObject([
      { projectId: 'off', enabled: false },
      { projectId: 'batch', enabled: true },
    ]);
  });
});

describe('a project that wants one item per request', () => {
  const batchBody = bodyOf(
    entry('201', { contacts, messages: [message('a'), message('b', '2')], statuses: [status('s', '3')] }),
    entry('201', { contacts, messages: [message('c', '3')] }),
  );
  const split = (event: PlannedEvent) => event.deliveries.filter(({ projectId }) => projectId === 'single');

  it('gets each item in a body of its own, in order', () => {
    const found = split(only(events(batchBody)));
    expect(found.map(({ item }) => item)).toEqual([0, 1, 2, 3]);
    const metadata = { phone_number_id: '201' };
    expect(found.map(({ body }) => valueOf(body))).toEqual([
      [[{ metadata, contacts: [contacts[0]], messages: [message('a')] }]],
      [[{ metadata, contacts: [contacts[1]], messages: [message('b', '2')] }]],
      [[{ metadata, contacts: [contacts[2]], statuses: [status('s', '3')] }]],
      [[{ metadata, contacts: [contacts[2]], messages: [message('c', '3')] }]],
    ]);
  });

  it('gets a lone item as it was received', () => {
    const body = bodyOf(entry('201', { messages: [message('a')] }));
    expect(split(only(events(body)))).toMatchObject([{ item: null, body }]);
  });

  it.each([[[]], [['a']], [['b', 's']], [['a', 'b', 's']]])(
    'gets in a retry the bytes of the first attempt, when %p was there before',
    (known) => {
      const event = only(events(batchBody, ...known));
      for (const { item, body } of split(event)) {
        expect((item === null ? event.body : bodyOfItem(event.body, item)).toString()).toBe(body.toString());
      }
    },
  );
});
