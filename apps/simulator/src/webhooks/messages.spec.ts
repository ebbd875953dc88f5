import { accountChange, templateStatus } from './account.ts';
import { imageMessage, mediaMessage, reactionMessage, textMessage } from './messages.ts';
import { statusUpdate } from './statuses.ts';
import { numericId, userId, wamid } from './ids.ts';
import { numberChanged } from './system-messages.ts';

const number = {
  businessId: '100000000000001',
  phoneNumberId: '200000000000001',
  phoneNumber: '12025550101',
};
const at = new Date('2026-11-01T12:00:00.900Z');
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('ids', () => {
  it('frames a message id around the phone, the direction and a token, as the Cloud API does', () => {
    const frame = (id: string) => Buffer.from(id.replace('wamid.', ''), 'base64').toString('latin1');
    expect(frame(wamid('12025550143'))).toMatch(
      /^\x1c\x18\x0b12025550143\x15\x02\x00\x12\x18\x143A[0-9A-F]{18}\x00$/,
    );
    expect(frame(wamid('12025550143', 'outbound'))).toMatch(
      /12025550143\x15\x02\x00\x11\x18\x12[0-9A-F]{18}\x00$/,
    );
  });

  it('makes graph ids of digits', () => {
    expect(numericId()).toMatch(/^[1-9]\d{14}$/);
    expect(numericId(17)).toMatch(/^[1-9]\d{16}$/);
  });

  it('gives a customer the same user id at one business and another at the next', () => {
    expect(userId('972501234567', '1')).toMatch(/^IL\.\d{20}$/);
    expect(userId('972501234567', '1')).toBe(userId('972501234567', '1'));
    expect(userId('972501234567', '1')).not.toBe(userId('972501234567', '2'));
  });
});

describe('inbound messages', () => {
  it('writes a text as Meta does', () => {
    const update = textMessage(number, {
      from: { phone: '12025550143', name: 'Ada' },
      text: 'Hi',
      at,
      id: 'wamid.1',
    });
    const user_id = userId('12025550143', number.businessId);
    expect(plain(update)).toEqual({
      businessId: number.businessId,
      field: 'messages',
      number: { phoneNumberId: number.phoneNumberId, phoneNumber: number.phoneNumber },
      list: 'messages',
      item: {
        from: '12025550143',
        from_user_id: user_id,
        id: 'wamid.1',
        timestamp: '1793534400',
        type: 'text',
        text: { body: 'Hi' },
      },
      contact: { profile: { name: 'Ada' }, wa_id: '12025550143', user_id },
    });
  });

  it('writes an image with everything a receiver needs to fetch it', () => {
    const { item } = plain(imageMessage(number, { caption: 'Look' }));
    expect(item).toMatchObject({ type: 'image', image: { caption: 'Look', mime_type: 'image/jpeg' } });
    expect(item.image.id).toMatch(/^\d+$/);
    expect(Buffer.from(item.image.sha256, 'base64')).toHaveLength(32);
    expect(item.image.url).toContain(item.image.id);
  });

  it('tells a voice note from a sound file', () => {
    expect(mediaMessage(number, 'voice').item).toMatchObject({ type: 'audio', audio: { voice: true } });
    expect(mediaMessage(number, 'audio').item).toMatchObject({ type: 'audio', audio: { voice: false } });
  });

  it.each([
    ['a username user without a phone', { username: 'ada' }, { hasPhone: false, hasUser: true }],
    [
      'a customer before user ids existed',
      { phone: '12025550143', userId: null },
      { hasPhone: true, hasUser: false },
    ],
    ['a customer with both', { phone: '12025550143', username: 'ada' }, { hasPhone: true, hasUser: true }],
  ])('names %s', (_who, from, { hasPhone, hasUser }) => {
    const { item, contact } = plain(textMessage(number, { from }));
    expect('from' in item && 'wa_id' in contact).toBe(hasPhone);
    expect('from_user_id' in item && 'user_id' in contact).toBe(hasUser);
  });

  it.each([
    [{ replyTo: 'wamid.0' }, { from: number.phoneNumber, id: 'wamid.0' }],
    [{ forwarded: 'once' as const }, { forwarded: true }],
    [{ forwarded: 'often' as const }, { frequently_forwarded: true }],
    [{}, undefined],
  ])('gives %j its context', (options, context) => {
    expect(textMessage(number, options).item.context).toEqual(context);
  });

  it('takes a reaction back by leaving the emoji out', () => {
    expect(plain(reactionMessage(number, { to: 'wamid.0', emoji: '' })).item.reaction).toEqual({
      message_id: 'wamid.0',
    });
  });

  it('tells a change of number without contacts, with both user ids', () => {
    const update = numberChanged(number, { from: '12025550143', newPhone: '12025550144' });
    expect(update.contact).toBeUndefined();
    expect(update.item.system).toMatchObject({
      type: 'user_changed_number',
      wa_id: '12025550144',
      user_id: userId('12025550144', number.businessId),
      previous_user_id: userId('12025550143', number.businessId),
    });
  });
});

describe('statuses', () => {
  it.each([
    ['sent', { contact: true, pricing: true, errors: false }],
    ['delivered', { contact: true, pricing: true, errors: false }],
    ['read', { contact: true, pricing: false, errors: false }],
    ['played', { contact: true, pricing: false, errors: false }],
    ['failed', { contact: false, pricing: false, errors: true }],
  ] as const)('carries with %s what Meta carries', (status, has) => {
    const update = plain(statusUpdate(number, { status, to: '12025550143' }));
    expect(update.item).toMatchObject({ status, recipient_id: '12025550143' });
    expect('contact' in update).toBe(has.contact);
    expect('pricing' in update.item).toBe(has.pricing);
    expect('errors' in update.item).toBe(has.errors);
  });

  it('bills regular messages only', () => {
    expect(statusUpdate(number, { category: 'marketing' }).item.pricing).toEqual({
      billable: true,
      pricing_model: 'PMP',
      type: 'regular',
      category: 'marketing',
    });
    expect(statusUpdate(number, { pricingType: 'free_entry_point' }).item.pricing).toMatchObject({
      billable: false,
    });
    expect(statusUpdate(number, { pricing: null }).item.pricing).toBeUndefined();
  });

  it('says why a message failed', () => {
    const { item } = statusUpdate(number, { status: 'failed', errorCode: 131047 });
    expect(item.errors).toMatchObject([{ code: 131047, title: 'Re-engagement message', error_data: {} }]);
  });

  it('does not know the username yet when a message is sent', () => {
    const to = { phone: '12025550143', username: 'ada' };
    expect(statusUpdate(number, { status: 'sent', to }).contact).not.toMatchObject({
      profile: { username: '@ada' },
    });
    expect(statusUpdate(number, { status: 'read', to }).contact).toMatchObject({
      profile: { username: '@ada' },
    });
  });
});

describe('account changes', () => {
  it('writes template ids as numbers that keep all their digits', () => {
    const { value } = templateStatus(number, {
      templateId: '806312974732579',
      event: 'REJECTED',
      reason: 'SCAM',
    });
    expect(value).toMatchObject({ event: 'REJECTED', reason: 'SCAM', message_template_id: 806312974732579 });
  });

  it('passes on a field that nobody knows yet', () => {
    const update = accountChange(number, 'brand_new_field', { event: 'X' }, { at });
    expect(update).toEqual({
      businessId: number.businessId,
      field: 'brand_new_field',
      time: 1793534400,
      value: { event: 'X' },
    });
  });
});
