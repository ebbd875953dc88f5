/** Digits as people write them: a plus in front. */
export const phoneText = (digits: string): string => (digits.startsWith('+') ? digits : `+${digits}`);
