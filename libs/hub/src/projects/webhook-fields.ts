import { invalidField } from '@waypost/waba';

const MOST_FIELDS = 50;

/** What a mapping forwards when nothing is said: messages and their statuses. */
export const defaultFields: readonly string[] = ['messages'];

/**
 * The fields of Meta's webhooks that a mapping forwards, each once; with `*` among them, only that. New fields of
 * Meta's are allowed before we know them. Throws `invalid_input`.
 */
export function checkFields(fields: readonly unknown[]): string[] {
  if (fields.length === 0 || fields.length > MOST_FIELDS) {
    throw invalidField(
      'fields',
      `must name 1 to ${MOST_FIELDS} webhook fields, or be left out for ["messages"]`,
    );
  }
  const names = fields.map((field) => {
    if (typeof field === 'string' && (field === '*' || /^[a-z_]{1,64}$/.test(field))) return field;
    throw invalidField('fields', 'must hold names of webhook fields, such as messages, or "*" for every one');
  });
  return names.includes('*') ? ['*'] : [...new Set(names)];
}
