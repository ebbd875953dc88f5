import { imageTypeOf } from './image-type.ts';

const filled = (start: Buffer) => Buffer.concat([start, Buffer.alloc(40)]);

test.each([
  ['image/png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/webp', Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1')],
])('knows %s by its first bytes', (type, start) => {
  expect(imageTypeOf(filled(start))).toBe(type);
  expect(imageTypeOf(start.subarray(0, 16))).toBeUndefined();
});

test.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script> and more than thirty bytes')],
  ['GIF', filled(Buffer.from('GIF89a'))],
  ['a sound in the same container as WebP', filled(Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt ', 'latin1'))],
  ['nothing', Buffer.alloc(0)],
])('%s is no picture here', (_, bytes) => {
  expect(imageTypeOf(bytes)).toBeUndefined();
});
