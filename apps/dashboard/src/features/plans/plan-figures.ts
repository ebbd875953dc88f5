const WHOLE = /^\d{1,10}$/;
const AMOUNT = /^(\d{1,9})(?:[.,](\d{1,6}))?$/;
const MICROS = 1_000_000;

/** A whole number that somebody has typed. Nothing is null; what is none is undefined. */
export function wholeOf(text: string): number | null | undefined {
  if (text === '') return null;
  return WHOLE.test(text) ? Number(text) : undefined;
}

/** An amount as people write it, with point or comma, in micro-units. */
export function microsOf(text: string): number | undefined {
  const [found, whole, part = ''] = AMOUNT.exec(text) ?? [];
  return found === undefined ? undefined : Number(whole) * MICROS + Number(part.padEnd(6, '0'));
}

/** The other way round: `29`, `29.5`. */
export const amountOf = (micros: number): string => String(micros / MICROS);
