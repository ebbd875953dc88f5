import { createTransport } from 'nodemailer';
import { Mails, startMailServer, type MailServer } from './mailbox.ts';
import { readMail } from './read-mail.ts';

describe('the mailbox', () => {
  let mails: Mails;
  let server: MailServer;

  beforeEach(async () => {
    mails = new Mails(2);
    server = await startMailServer(mails, 0);
  });
  afterEach(() => server.close());

  const send = (subject: string, text: string, more: object = {}) =>
    createTransport({ host: '127.0.0.1', port: server.port, ...more }).sendMail({
      from: 'Waypost <hub@waypost.test>',
      to: ['ada@waypost.test', 'bob@waypost.test'],
      subject,
      text,
    });

  it('takes a mail and shows what it says', async () => {
    await send(
      'Project “Orders” fails: ça ne va plus, và đã ba ngày rồi',
      'Grüße\n\nA long line '.repeat(20),
    );
    expect(mails.all()).toEqual([
      {
        id: expect.any(String),
        nth: 1,
        at: expect.any(String),
        from: 'Waypost <hub@waypost.test>',
        to: ['ada@waypost.test', 'bob@waypost.test'],
        subject: 'Project “Orders” fails: ça ne va plus, và đã ba ngày rồi',
        text: expect.stringMatching(/^Grüße\n\nA long line Grüße/),
        messageId: expect.stringMatching(/^<.+@waypost.test>$/),
      },
    ]);
  });

  it('takes any user and password, keeps the last mails and forgets on demand', async () => {
    for (const subject of ['1', '2', '3']) await send(subject, 'x', { auth: { user: 'a', pass: 'b' } });
    expect(mails.all().map(({ nth, subject }) => [nth, subject])).toEqual([
      [2, '2'],
      [3, '3'],
    ]);
    mails.clear();
    expect(mails.all()).toEqual([]);
  });
});

it('reads the plain part of a mail that comes in two', () => {
  const raw = [
    'Subject: =?UTF-8?B?SGk=?= there',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<b>Hi</b>',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('Grüße').toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
  expect(readMail(raw)).toEqual({ from: '', subject: 'Hi there', text: 'Grüße', html: '<b>Hi</b>' });
});
