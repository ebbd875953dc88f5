/** What somebody may have meant by what he typed. */
export interface Query {
  text: string;
  /** A whole UUID: of a delivery, an event, a project or a tenant. */
  uuid: string | null;
  /** Digits of a phone number or of an id of Meta's; null when it cannot be one. */
  digits: string | null;
  /** What may be Meta's id of a message or status. */
  itemId: string | null;
  /** For LIKE: the text anywhere, its own wildcards being letters. */
  like: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A number as people write it. */
const numberLike = /^\+?[\d\s().-]+$/;
/** Shorter ones meet half of everything. */
const FEWEST_DIGITS = 3;
const SHORTEST_ITEM_ID = 8;

export function queryOf(typed: string): Query {
  const text = typed.trim();
  const digits = numberLike.test(text) ? text.replace(/\D/g, '') : '';
  const isUuid = uuid.test(text);
  return {
    text,
    uuid: isUuid ? text.toLowerCase() : null,
    digits: digits.length >= FEWEST_DIGITS ? digits : null,
    itemId: !isUuid && text.length >= SHORTEST_ITEM_ID && !/\s/.test(text) ? text : null,
    like: `%${text.replace(/[\\%_]/g, '\\$&')}%`,
  };
}
