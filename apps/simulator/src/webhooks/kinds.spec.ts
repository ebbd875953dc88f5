import { batch, isItem, updateKey, updatesOf } from './envelope.ts';
import { buildUpdate, buildUpdates, kindNames, storyNames, type Kind } from './kinds.ts';
import { serialize } from './serialize.ts';
import { adReferral } from './unusual-messages.ts';

const number = {
  businessId: '100000000000001',
  phoneNumberId: '200000000000001',
  phoneNumber: '12025550101',
};
const at = new Date('2026-11-01T12:00:00Z');
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const built = (kind: Kind, input: object = {}) => plain(buildUpdate(kind, number, { at, ...input }));

test.each([...kindNames, ...storyNames])('%s survives being packed, written and read again', (name) => {
  const updates = buildUpdates(name, number, { at });
  const read = updatesOf(JSON.parse(serialize(batch(updates)).toString()));
  expect(read.map(updateKey)).toEqual(updates.map(updateKey));
  expect(new Set(read.map(updateKey)).size).toBe(updates.length);
});

describe('every type of message that Meta tells', () => {
  test.each([
    ['text', 'text', { body: 'Hello' }],
    ['image', 'image', { mime_type: 'image/jpeg', id: expect.any(String), url: expect.any(String) }],
    ['video', 'video', { mime_type: 'video/mp4' }],
    ['document', 'document', { filename: 'receipt.pdf' }],
    ['audio', 'audio', { voice: false }],
    ['voice', 'audio', { voice: true, mime_type: 'audio/ogg; codecs=opus' }],
    ['sticker', 'sticker', { animated: false }],
    ['location', 'location', { latitude: expect.any(Number), longitude: expect.any(Number) }],
    ['contacts', 'contacts', [{ name: { formatted_name: 'Grace Example' } }]],
    ['reaction', 'reaction', { emoji: '👍', message_id: expect.any(String) }],
    ['button', 'button', { payload: 'Yes', text: 'Yes' }],
    ['button_reply', 'interactive', { type: 'button_reply' }],
    ['list_reply', 'interactive', { type: 'list_reply' }],
    ['flow_reply', 'interactive', { nfm_reply: { name: 'flow', response_json: expect.any(String) } }],
    ['address_reply', 'interactive', { nfm_reply: { name: 'address_message' } }],
    ['payment_reply', 'interactive', { type: 'payment_method' }],
    ['call_permission', 'interactive', { call_permission_reply: { response: 'accept' } }],
    ['order', 'order', { product_items: [{ quantity: 2 }] }],
    ['number_changed', 'system', { type: 'user_changed_number', wa_id: '12025550199' }],
    ['identity_changed', 'system', { type: 'user_identity_changed', identity: { acknowledged: false } }],
    ['edit', 'edit', { message: { type: 'text' } }],
    ['revoke', 'revoke', { original_message_id: expect.any(String) }],
    ['unsupported', 'unsupported', { type: 'poll' }],
    ['ephemeral', 'ephemeral', undefined],
    ['unknown', 'unknown', undefined],
    ['welcome', 'request_welcome', undefined],
  ] as [Kind, string, unknown][])('%s has the type %s', (kind, type, content) => {
    const { item, list, field } = built(kind);
    expect([field, list, item.type]).toEqual(['messages', 'messages', type]);
    if (content === undefined) expect(item).not.toHaveProperty(type);
    else expect({ content: item[type] }).toMatchObject({ content });
  });

  test('what cannot be carried says why, or does not', () => {
    expect(built('unsupported', { what: 'edit' }).item).toMatchObject({
      unsupported: { type: 'edit' },
      errors: [{ code: 131051, title: 'Message type unknown' }],
    });
    expect(built('unsupported', { what: null }).item).not.toHaveProperty('unsupported');
    expect(built('unsupported', { errorCode: 131060 }).item.errors[0].code).toBe(131060);
  });

  test('a quote, a forward, a product and an ad stand beside the content', () => {
    const { context } = built('text', { replyTo: 'wamid.1' }).item;
    expect(context).toEqual({ from: number.phoneNumber, id: 'wamid.1' });
    expect(built('text', { forwarded: 'once' }).item.context).toEqual({ forwarded: true });
    expect(built('text', { forwarded: 'often' }).item.context).toEqual({ frequently_forwarded: true });
    const product = { catalogId: '1', retailerId: 'sku' };
    expect(built('text', { product }).item.context).toMatchObject({
      id: expect.any(String),
      referred_product: { catalog_id: '1', product_retailer_id: 'sku' },
    });
    const ad = plain(adReferral('ad', { greeting: 'Hi' }));
    expect(built('text', { referral: ad }).item.referral).toMatchObject({
      source_type: 'ad',
      ctwa_clid: expect.any(String),
      welcome_message: { text: 'Hi' },
    });
    expect(plain(adReferral('post', { clickId: null }))).not.toHaveProperty('ctwa_clid');
  });

  test('a message of a group names it, and so does a status of one', () => {
    expect(built('text', { groupId: '77' }).item.group_id).toBe('77');
    expect(built('status', { groupId: '77' }).item).toMatchObject({
      recipient_id: '77',
      recipient_type: 'group',
      recipient_participant_id: '12025550143',
    });
  });

  test('a change of number is told without contacts, and by ids alone where the phone is hidden', () => {
    expect(built('number_changed')).not.toHaveProperty('contact');
    const hidden = built('number_changed', { from: { username: 'ada', parentUserId: 'US.ENT.1' } }).item;
    expect(hidden).not.toHaveProperty('from');
    expect(hidden.system).toEqual({
      body: expect.any(String),
      type: 'user_changed_user_id',
      user_id: expect.stringMatching(/^US\./),
      previous_user_id: hidden.from_user_id,
      parent_user_id: expect.stringMatching(/^US\.ENT\.\d+$/),
      previous_parent_user_id: 'US.ENT.1',
    });
  });

  test('who gives away the number is told from who shares a card', () => {
    expect(built('contact_shared').item.origin).toBe('contact_request');
    expect(built('contacts').item).not.toHaveProperty('origin');
  });
});

describe('coexistence', () => {
  test('echoes are the business speaking, also when it edits and takes back', () => {
    const echoes = (['echo', 'echo_edit', 'echo_revoke'] as const).map((kind) =>
      built(kind, { messageId: 'wamid.1' }),
    );
    expect(echoes.map(({ field, list, item }) => [field, list, item.from, item.type])).toEqual([
      ['smb_message_echoes', 'message_echoes', number.phoneNumber, 'text'],
      ['smb_message_echoes', 'message_echoes', number.phoneNumber, 'edit'],
      ['smb_message_echoes', 'message_echoes', number.phoneNumber, 'revoke'],
    ]);
    expect(echoes[1].item.edit.original_message_id).toBe('wamid.1');
  });

  test('the past comes in three phases, in chunks that end at 100 %', () => {
    const chunks = buildUpdates('history', number, { at }).map((update) => plain(update).item);
    expect(chunks.map(({ metadata }) => metadata.phase)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(chunks.map(({ metadata }) => metadata.chunk_order)).toEqual([1, 2, 1, 2, 1, 2]);
    expect(chunks.at(-1).metadata.progress).toBe(100);
    const messages = chunks.flatMap(({ threads }) => threads).flatMap((thread) => thread.messages);
    expect(messages.every(({ history_context }) => typeof history_context.status === 'string')).toBe(true);
    const ages = messages.map(({ timestamp }) => at.getTime() / 1000 - Number(timestamp));
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThan(180 * 24 * 3600);
  });

  test('a medium of the past, a refusal to share it and the address book', () => {
    expect(built('history_media')).toMatchObject({
      field: 'history',
      list: 'messages',
      item: { type: 'image' },
    });
    expect(built('history_declined').item.errors).toMatchObject([{ code: 2593109 }]);
    expect(built('contact_sync', { event: 'remove', from: '12025550111' }).item).toMatchObject({
      type: 'contact',
      action: 'remove',
      contact: { phone_number: '12025550111' },
    });
    expect(buildUpdates('contacts_sync', number)).toHaveLength(5);
  });
});

describe('accounts, templates and numbers', () => {
  test.each([
    ['template', 'message_template_status_update', { event: 'APPROVED', reason: 'NONE' }],
    ['template_quality', 'message_template_quality_update', { new_quality_score: 'YELLOW' }],
    [
      'template_components',
      'message_template_components_update',
      { message_template_element: expect.any(String) },
    ],
    ['template_category', 'template_category_update', { previous_category: 'UTILITY' }],
    ['template_category_coming', 'template_category_update', { correct_category: 'MARKETING' }],
    ['number_quality', 'phone_number_quality_update', { event: 'FLAGGED' }],
    ['number_name', 'phone_number_name_update', { decision: 'APPROVED' }],
    ['account', 'account_update', { restriction_info: [{ expiration: expect.any(Number) }, {}] }],
    ['account_review', 'account_review_update', { decision: 'APPROVED' }],
    ['account_alert', 'account_alerts', { alert_info: { alert_type: 'OBA_APPROVED' } }],
    ['capability', 'business_capability_update', { max_daily_conversations_per_business: 2000 }],
    ['security', 'security', { event: 'PIN_CHANGED' }],
    ['flow', 'flows', { event: 'FLOW_STATUS_CHANGE', new_status: 'PUBLISHED' }],
    ['username', 'business_username_update', { status: 'approved' }],
    ['partner_solution', 'partner_solutions', { solution_status: 'INITIATED' }],
    ['payment_configuration', 'payment_configuration_update', { status: 'Needs Testing' }],
    ['new_field', 'a_field_of_tomorrow', { event: 'SOMETHING_NEW' }],
  ] as [Kind, string, object][])(
    '%s is a change of the field %s, with the time on its entry',
    (kind, field, value) => {
      expect(built(kind)).toMatchObject({ businessId: number.businessId, field, time: 1793534400, value });
    },
  );

  test.each([
    ['REJECTED', { reason: 'INVALID_FORMAT', rejection_info: { reason: expect.any(String) } }],
    ['PAUSED', { reason: null, other_info: { title: 'FIRST_PAUSE' } }],
    ['DISABLED', { disable_info: { disable_date: expect.any(Number) } }],
  ])('a template that is %s says what belongs to it', (event, value) => {
    expect(built('template', { event }).value).toMatchObject({ event, ...value });
  });

  test('an account’s news names the portfolio where Meta does', () => {
    const added = built('account', { event: 'PARTNER_ADDED' });
    expect(added.businessId).not.toBe(number.businessId);
    expect(added.value.waba_info.waba_id).toBe(number.businessId);
    expect(built('account', { event: 'DISABLED_UPDATE' }).value.ban_info).toEqual({
      waba_ban_state: 'DISABLE',
      waba_ban_date: 'November 1, 2026',
    });
    expect(built('account', { event: 'UNHEARD_OF' }).value).toEqual({ event: 'UNHEARD_OF' });
  });

  test.each([
    ['call', { event: 'terminate' }, 'calls', { duration: 42 }],
    ['automatic_event', { event: 'Purchase' }, 'automatic_events', { custom_data: { currency: 'USD' } }],
    ['group', { event: 'group_suspend' }, 'group_status_update', { type: 'group_suspend' }],
    ['preference', { event: 'resume' }, 'user_preferences', { value: 'resume' }],
    ['error', { errorCode: 130429 }, 'messages', { code: 130429 }],
  ] as [Kind, object, string, object][])('%s %j is an item of the field %s', (kind, input, field, item) => {
    const update = buildUpdate(kind, number, { at, ...input });
    expect(isItem(update)).toBe(true);
    expect(plain(update)).toMatchObject({ field, item });
  });
});
