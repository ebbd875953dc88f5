import { Pictures } from './pictures.ts';

const url = (text: string, type = 'image/png') =>
  `data:${type};base64,${Buffer.from(text).toString('base64')}`;

describe('pictures of customers', () => {
  it('keeps the bytes by media id, with their hash as Meta writes it', () => {
    const pictures = new Pictures();
    const { mediaId } = pictures.add(url('abc'));
    expect(mediaId).toMatch(/^[1-9]\d{15}$/);
    expect(pictures.get(mediaId)).toEqual({
      mediaId,
      mimeType: 'image/png',
      sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
      bytes: Buffer.from('abc'),
    });
  });

  it('lets the oldest go when there are too many', () => {
    const pictures = new Pictures(2);
    const [first, second, third] = ['1', '2', '3'].map((text) => pictures.add(url(text)).mediaId);
    expect(() => pictures.get(first!)).toThrow('no picture');
    expect([pictures.get(second!).bytes, pictures.get(third!).bytes].map(String)).toEqual(['2', '3']);
  });

  it.each([
    ['x'],
    ['data:image/png,abc'],
    [url('<svg>', 'image/svg+xml')],
    [url('x', 'text/html')],
    [url('')],
  ])('refuses %s', (text) => {
    expect(() => new Pictures().add(text)).toThrow('"image" must be a data URL');
  });

  it('refuses more than 5 MB', () => {
    const large = `data:image/png;base64,${Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64')}`;
    expect(() => new Pictures().add(large)).toThrow('5 MB');
  });
});
