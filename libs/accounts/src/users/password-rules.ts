import { AppError } from '@waypost/platform';
import { commonWords, walks } from './common-words.ts';
import { passwordLength } from './password.ts';

/** Words of the product, which are guessed first of all. */
const ownWords = ['waypost', 'whatsapp'];

/** So much of a password in steps along `walks` makes it one of them. */
const WALKED = 0.8;
const SHORTEST_WALK = 3;
const SHORTEST_WORD = 3;

const leet: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const shifted = '!@#$%^&*()';

const bothWays = walks.flatMap((walk) => [walk, [...walk].reverse().join('')]);

/** What about a password makes it a bad one, if anything does. There are no rules of composition. */
export type Weakness = 'length' | 'common' | 'personal';

/** `about`: e-mail, names and whatever else a guesser knows of the person. */
export function weaknessOf(password: string, about: readonly string[] = []): Weakness | undefined {
  const { length } = [...password];
  if (length < passwordLength.min || length > passwordLength.max) return 'length';
  if (isPersonal(password, about)) return 'personal';
  return isCommon(password) ? 'common' : undefined;
}

/** Throws `invalid_input`, which names the field and says what is wrong. */
export function expectGoodPassword(
  password: string,
  { about = [], field = 'password' }: { about?: readonly string[]; field?: string } = {},
): void {
  const weakness = weaknessOf(password, about);
  if (weakness === undefined) return;
  const message = sentences[weakness];
  throw new AppError('invalid_input', { detail: `${field} ${message}.`, errors: [{ field, message }] });
}

const sentences: Record<Weakness, string> = {
  length: `must have ${passwordLength.min} to ${passwordLength.max} characters`,
  common:
    'is one of those that are tried first; take three or more words that have nothing to do with each other',
  personal:
    'is mostly a name or an address that others know of you; take words that have nothing to do with you',
};

/** Whether it is one of those that head every list of used passwords, or is made like them. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  return isRepetition(lower) || isWalk(lower) || spellings(lower).some(isWordOrTwo);
}

/** The word inside: without figures and signs around it, and with figures read as the letters they stand for. */
function spellings(lower: string): string[] {
  const core = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const withoutTail = lower.replace(/[\d\W_]+$/u, '');
  return [
    ...new Set([lower, core(lower), core(unleet(lower)), core(unleet(withoutTail)), unleet(core(lower))]),
  ].filter((text) => text.length >= SHORTEST_WORD);
}

function unleet(text: string): string {
  return [...text].map((letter) => leet[letter] ?? letter).join('');
}

function isWordOrTwo(text: string): boolean {
  if (commonWords.has(text)) return true;
  for (let at = SHORTEST_WORD; at <= text.length - SHORTEST_WORD; at += 1) {
    // A joint of figures between two words hides nothing: love4you.
    const [first, second] = [text.slice(0, at), text.slice(at).replace(/^[\d._-]+/, '')];
    if (commonWords.has(first) && (commonWords.has(second) || isWalk(second))) return true;
  }
  return false;
}

/** A few characters again and again, or a known word twice. */
function isRepetition(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1) {
    const unit = text.slice(0, size);
    const repeated = unit.repeat(Math.ceil(text.length / size)).slice(0, text.length);
    if (repeated === text) return size <= 5 || isWordOrTwo(unit) || isWalk(unit);
  }
  return new Set(text).size <= 3;
}

function isWalk(text: string): boolean {
  const keys = [...text]
    .map((key) => (shifted.includes(key) ? '1234567890'[shifted.indexOf(key)] : key))
    .join('');
  let walked = 0;
  for (let at = 0; at < keys.length;) {
    const steps = walkFrom(keys, at);
    if (steps >= SHORTEST_WALK) walked += steps;
    at += Math.max(steps, 1);
  }
  return text.length >= SHORTEST_WALK && walked >= text.length * WALKED;
}

/** How many characters from here on are a piece of a walk, or one character again and again. */
function walkFrom(keys: string, from: number): number {
  let most = 1;
  while (keys[from + most] === keys[from] && from + most < keys.length) most += 1;
  for (let size = most + 1; size <= keys.length - from; size += 1) {
    const piece = keys.slice(from, from + size);
    if (!bothWays.some((walk) => walk.includes(piece))) break;
    most = size;
  }
  return most;
}

/** Whether nothing of weight is left once what others know is taken out. */
function isPersonal(password: string, about: readonly string[]): boolean {
  const letters = onlyLetters(password);
  const known = [...ownWords, ...about.flatMap(partsOf)].sort((a, b) => b.length - a.length);
  let rest = letters;
  for (const word of known) rest = rest.replaceAll(word, '');
  if (rest === letters) return false;
  return rest.length < 4 || commonWords.has(rest);
}

function partsOf(known: string): string[] {
  const parts = known.split(/[^\p{L}\p{N}]+/u).map(onlyLetters);
  return [onlyLetters(known), ...parts].filter((part) => part.length >= SHORTEST_WORD);
}

function onlyLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}
