import { AppError } from '@waypost/platform';
import { expectGoodPassword, isCommon, weaknessOf } from './password-rules.ts';

/** From the heads of published lists, of ten characters and more. */
const tried =
  `1234567890 0987654321 0123456789 9876543210 1111111111 0000000000 1212121212 1234512345 123456789a 123456789q
  a123456789 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc qwertyuiop qwerty12345 qwerty123456 qwertyuiop123 asdfghjkl123 zxcvbnm123
  1029384756 1357924680 3141592653 1123581321 147258369a 11223344556 password12 password123 password1234 Password123!
  P@ssw0rd123 passw0rd12 p@55w0rd!! passwordpassword mypassword1 iloveyou12 iloveyou123 iloveyou2! ilovejesus babygirl12
  princess123 sunshine123 football12 basketball liverpool1 manchester barcelona1 realmadrid alexander1 christopher elizabeth1
  michael123 jennifer12 stephanie1 spiderman1 superman123 batman12345 starwars123 dragonball princess1234 administrator
  admin123456 admin12345 Welcome123! welcome2024 Summer2024! Winter2023!! letmein1234 changeme123 trustno1234 qweasdzxc123
  abcdefghij abcd123456 abc123abc123 aaaaaaaaaa asdasdasdasd 123qwe123qwe qwe123qwe123 zaq12wsxcde3 qazwsxedcrfv
  monkey123456 charlie1234 jesuschrist motherfucker fuckyou123 chocolate1 butterfly12 strawberry samsung1234 internet123
  computer123 microsoft1 playstation hellokitty1 pokemon123 minecraft123 whatsapp123 teamo12345 contraseña1 tequiero123`
    .trim()
    .split(/\s+/);

describe('passwords that are tried first', () => {
  it.each(tried)('%s is refused', (password) => {
    expect(password.length).toBeGreaterThanOrEqual(10);
    expect(weaknessOf(password)).toBeDefined();
  });
});

describe('passwords that are good enough', () => {
  it.each([
    'correct horse battery',
    'a long enough one',
    'another long enough one',
    'tres tristes tigres comen',
    'kQ7#vd92Lm!x',
    'zvonimir-paprika-71',
    'مفتاح البيت تحت الصخرة',
    '  blanks count too  ',
    'gjxtbvexrf',
    'ocelot umbrella quartz',
    'x'.repeat(1) + 'ylophone tangent brisk',
    'correct horse battery '.repeat(9),
  ])('%p is taken', (password) => {
    expect(weaknessOf(password, ['ada@example.com', 'Ada Lovelace', 'Acme'])).toBeUndefined();
  });
});

describe('what others know of somebody', () => {
  const about = ['ada.lovelace@analytical.example', 'Ada Lovelace', 'Analytical Engines'];

  it.each([
    'ada.lovelace',
    'AdaLovelace1815',
    'lovelace-2024',
    'analytical1!',
    'waypost-2026',
    'Waypost WhatsApp 1',
    'adalovelace!!',
  ])('%p is refused', (password) => expect(weaknessOf(password, about)).toBe('personal'));

  it('does not spoil what has more to it', () => {
    expect(weaknessOf('lovelace paints ultramarine kettles', about)).toBeUndefined();
  });
});

describe('the length', () => {
  it.each([
    ['nine', 'kQ7#vd92L', 'length'],
    ['ten', 'kQ7#vd92Lm', undefined],
    ['two hundred', 'kQ7#vd92Lm'.padEnd(200, ' never ending story of wool'), undefined],
    ['two hundred and one', 'kQ7#vd92Lm'.padEnd(201, ' never ending story of wool'), 'length'],
    ['ten characters of two units each', '🦊🐙🧿🌵🪁🎻🥁🧲🪐🧶', undefined],
  ])('of %s characters', (_words, password, weakness) => {
    expect(weaknessOf(password)).toBe(weakness);
  });
});

it('says which field it is, and what to do', () => {
  const refuse = () => expectGoodPassword('password123', { field: 'newPassword' });
  expect(refuse).toThrow(AppError);
  expect(refuse).toThrow(/newPassword is one of those that are tried first; take three or more words/);
  expect(isCommon('password123')).toBe(true);
});
