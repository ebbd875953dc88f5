/**
 * The digits of a phone number as people write it, with the country code: `+1 (555) 010-9999` becomes
 * `15550109999`. Undefined for what cannot be an international number (E.164: at most 15 digits).
 */
export function digitsOf(written: string): string | undefined {
  const text = written.trim();
  if (!/^\+?[\d\s().\-/]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  return /^[1-9]\d{5,14}$/.test(digits) ? digits : undefined;
}
