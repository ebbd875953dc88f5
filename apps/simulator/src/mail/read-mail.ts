/** A mail as a person reads it. */
export interface ReadMail {
  from: string;
  subject: string;
  text: string;
  /** As it came; absent where the mail is plain text alone. */
  html?: string;
  /** The same for every copy of a mail. */
  messageId?: string;
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

/**
 * Reads what a mail says: its first part that is plain text, else the first there is, and its first part in HTML.
 * `raw` holds bytes as characters.
 */
export function readMail(raw: string): ReadMail {
  const mail = partOf(raw);
  const header = (name: string) => words(mail.headers.get(name) ?? '');
  const leaves = leavesOf(mail);
  const plain = leaves.find(({ type }) => /^text\/plain/i.test(type)) ?? leaves[0];
  const html = leaves.find(({ type }) => /^text\/html/i.test(type));
  const messageId = header('message-id');
  return {
    from: header('from'),
    subject: header('subject'),
    text: plain?.content ?? '',
    ...(html && { html: html.content }),
    ...(messageId && { messageId }),
  };
}

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = (end ? raw.slice(0, end.index) : raw).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' };
}

interface Leaf {
  type: string;
  content: string;
}

/** Every part that holds no others, in order. */
function leavesOf(part: Part): Leaf[] {
  const type = part.headers.get('content-type') ?? 'text/plain';
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined) {
    const parts = part.body.split(`--${boundary}`).slice(1, -1);
    return parts.flatMap((each) => leavesOf(partOf(each.replace(/^\r?\n/, ''))));
  }
  const encoding = (part.headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  const decode = decoders[encoding] ?? ((text: string) => text);
  return [{ type, content: utf8(decode(part.body)).replaceAll('\r\n', '\n').trim() }];
}

const decoders: Record<string, (text: string) => string> = {
  base64: fromBase64,
  'quoted-printable': unquoted,
};

/** Encoded words of a header; white space between two of them belongs to neither. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      utf8(how.toLowerCase() === 'b' ? fromBase64(word) : unquoted(word.replaceAll('_', ' '))),
    );
}

function unquoted(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
