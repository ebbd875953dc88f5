import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Egress, type EgressOptions, type EgressRequest } from './egress.ts';
import { EgressFailed, EgressRefused } from './egress-errors.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

const http = (listener: RequestListener) => listen(createHttpServer(listener));
/** A server that speaks whatever it likes once a request has come in. */
const raw = (answer: (socket: Socket) => void) =>
  listen(createServer((socket) => socket.once('data', () => answer(socket))));

function egressWith(options: EgressOptions = { allowedNetworks: ['127.0.0.0/8'] }): Egress {
  const egress = new Egress(options);
  closers.push(() => egress.close(0));
  return egress;
}

const call = (url: string, more: Partial<EgressRequest> = {}): EgressRequest => ({
  method: 'POST',
  url,
  body: '{}',
  timeoutMs: 5_000,
  maxResponseBytes: 1_024,
  ...more,
});

async function failure(promise: Promise<unknown>): Promise<EgressFailed> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EgressFailed);
  return error as EgressFailed;
}

const answers = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a call', () => {
  test('carries method, path, headers and body, and brings the whole answer back', async () => {
    const port = await http((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        response.writeHead(202, { 'x-kind': ['a', 'b'] });
        response.end(
          JSON.stringify([request.method, request.url, request.headers, Buffer.concat(parts).toString()]),
        );
      });
    });
    const answer = await egressWith().request(
      call(`http://127.0.0.1:${port}/hooks/orders?x=1`, {
        body: Buffer.from('grüezi'),
        headers: { 'X-Own': '1' },
      }),
    );
    expect(answer).toMatchObject({ status: 202, truncated: false, headers: { 'x-kind': ['a', 'b'] } });
    expect(answer.durationMs).toBeGreaterThan(0);
    expect(JSON.parse(answer.body.toString())).toEqual([
      'POST',
      '/hooks/orders?x=1',
      {
        host: `127.0.0.1:${port}`,
        connection: 'keep-alive',
        'accept-encoding': 'identity',
        'user-agent': 'Waypost',
        'content-length': '7',
        'x-own': '1',
      },
      'grüezi',
    ]);
  });

  test('keeps connections and uses no more of them than it is given', async () => {
    const peers = new Set<number | undefined>();
    const port = await http((request, response) => {
      peers.add(request.socket.remotePort);
      response.end();
    });
    const egress = egressWith({ allowPrivate: true, connections: 2 });
    for (let round = 0; round < 3; round++) {
      await Promise.all(Array.from({ length: 10 }, () => egress.request(call(`http://127.0.0.1:${port}/`))));
    }
    expect(peers.size).toBe(2);
  });

  test('does not follow a redirect', async () => {
    let followed = false;
    const port = await http((request, response) => {
      if (request.url === '/away') followed = true;
      response.writeHead(307, { location: '/away' }).end();
    });
    const answer = await egressWith().request(call(`http://127.0.0.1:${port}/`));
    expect([answer.status, followed]).toEqual([307, false]);
  });

  test('lets an early hint pass and waits for the answer', async () => {
    const port = await http((_request, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' });
      response.end('done');
    });
    const answer = await egressWith().request(call(`http://127.0.0.1:${port}/`));
    expect([answer.status, answer.body.toString()]).toEqual([200, 'done']);
  });

  test.each(['Host', 'content-length', 'Transfer-Encoding', 'connection', 'Accept-Encoding', 'upgrade'])(
    'refuses to set the header %s',
    async (name) => {
      const promise = egressWith().request(call('http://127.0.0.1:9/', { headers: { [name]: '1' } }));
      await expect(promise).rejects.toMatchObject({ name: 'EgressRefused', reason: 'header' });
    },
  );

  test('refuses a header that would split the request', async () => {
    const port = await http((_request, response) => response.end());
    const headers = { 'x-a': 'b\r\nx-injected: c' };
    const promise = egressWith().request(call(`http://127.0.0.1:${port}/`, { headers }));
    await expect(promise).rejects.toBeInstanceOf(EgressRefused);
  });
});

test.each([
  [{ 'x-a': 'b\r\nc: d' }, '"x-a" is not a valid header'],
  [{ 'x a': 'b' }, '"x a" is not a valid header'],
  [{ Host: 'other.example' }, 'belongs to the connection'],
])('a form is told early that the headers %j are refused', (headers, words) => {
  expect(() => egressWith().check('https://orders.example/', headers)).toThrow(words);
});

test('a form hears nothing of headers that are fine', () => {
  expect(() => egressWith().check('https://orders.example/', { Authorization: 'Bearer abc' })).not.toThrow();
});

describe('a name', () => {
  test('is called at the address that was vetted, under its own Host', async () => {
    const port = await http((request, response) => response.end(request.headers.host));
    let asked = 0;
    // Answers well once and badly ever after, as a rebinding attacker does.
    const resolve = async () => answers(++asked === 1 ? '127.0.0.1' : '127.0.0.2');
    const egress = egressWith({ allowedNetworks: ['127.0.0.1/32'], resolve });
    const answer = await egress.request(call(`http://orders.example:${port}/`));
    expect([answer.body.toString(), asked]).toEqual([`orders.example:${port}`, 1]);
  });

  test('is vetted again on every new connection', async () => {
    const port = await http((_request, response) => response.setHeader('connection', 'close').end());
    let asked = 0;
    const resolve = async () => answers(++asked === 1 ? '127.0.0.1' : '10.0.0.1');
    const egress = egressWith({ allowedNetworks: ['127.0.0.1/32'], resolve });
    const url = `http://orders.example:${port}/`;
    await egress.request(call(url));
    await expect(egress.request(call(url))).rejects.toThrow(
      'orders.example (10.0.0.1): it is a private address',
    );
  });

  test.each([
    [['127.0.0.1']],
    [['8.8.8.8', '10.0.0.1']],
    [['2606:4700:4700::1111', '::1']],
    [['::ffff:192.168.0.1']],
    [['fe80::1%eth0']],
    [['169.254.169.254']],
  ])('that answers %j is refused as a whole', async (addresses) => {
    const egress = egressWith({ resolve: async () => answers(...addresses) });
    await expect(egress.request(call('http://orders.example/'))).rejects.toMatchObject({
      name: 'EgressRefused',
      reason: 'address',
    });
  });

  test('with a dead first address is reached at its second', async () => {
    const port = await http((_request, response) => response.end());
    const resolve = async () => answers('127.0.0.9', '127.0.0.1');
    const answer = await egressWith({ allowPrivate: true, resolve }).request(
      call(`http://orders.example:${port}/`),
    );
    expect(answer.status).toBe(200);
  });

  test('is looked up once for connections opened at the same moment', async () => {
    const port = await http((_request, response) => response.end());
    let asked = 0;
    const resolve = async () => (asked++, answers('127.0.0.1'));
    const egress = egressWith({ allowPrivate: true, resolve });
    await Promise.all(
      Array.from({ length: 8 }, () => egress.request(call(`http://orders.example:${port}/`))),
    );
    expect(asked).toBe(1);
  });

  test('is what the certificate has to be made out to', async () => {
    let asked: string | undefined;
    const server = createTlsServer({
      SNICallback: (name, done) => {
        asked = name;
        done(new Error('no certificate'));
      },
    });
    server.on('tlsClientError', () => undefined);
    const port = await listen(server);
    const egress = egressWith({ allowPrivate: true, resolve: async () => answers('127.0.0.1') });
    const error = await failure(egress.request(call(`https://orders.example:${port}/`)));
    expect(asked).toBe('orders.example');
    expect(['tls', 'reset']).toContain(error.kind);
  });
});

describe('what goes wrong', () => {
  test('a name without an address', async () => {
    const resolve = async () => Promise.reject(Object.assign(new Error('queryA'), { code: 'ENOTFOUND' }));
    const error = await failure(egressWith({ resolve }).request(call('http://gone.example/')));
    expect([error.kind, error.sent, error.message]).toEqual([
      'dns',
      false,
      'gone.example has no address: its name could not be looked up (ENOTFOUND).',
    ]);
  });

  test('nobody listens', async () => {
    const port = await http(() => undefined);
    await closers.pop()?.();
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`)));
    expect([error.kind, error.sent]).toEqual(['connect', false]);
    expect(error.message).toBe(
      `127.0.0.1:${port} refused the connection: nothing listens there, or a firewall says no.`,
    );
  });

  test('https spoken to an http server', async () => {
    const port = await http((_request, response) => response.end());
    const error = await failure(egressWith().request(call(`https://127.0.0.1:${port}/`)));
    expect([error.kind, error.sent]).toEqual(['tls', false]);
  });

  test('no answer before the deadline', async () => {
    const port = await http(() => undefined);
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`, { timeoutMs: 100 })));
    expect([error.kind, error.sent, error.message]).toEqual([
      'timeout',
      true,
      `127.0.0.1:${port} did not answer within 0.1 s.`,
    ]);
  });

  test('headers that drip in', async () => {
    const port = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-a: ');
      const timer = setInterval(() => socket.write('b'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`, { timeoutMs: 200 })));
    expect([error.kind, error.sent, error.message]).toEqual([
      'timeout',
      true,
      `127.0.0.1:${port} did not answer within 0.2 s.`,
    ]);
  });

  test('a body that drips in', async () => {
    const port = await http((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`, { timeoutMs: 200 })));
    expect([error.kind, error.message]).toEqual([
      'timeout',
      `127.0.0.1:${port} began to answer but did not finish within 0.2 s.`,
    ]);
  });

  test('an endless body is cut at the limit and its connection closed', async () => {
    let closed: (() => void) | undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const port = await http((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(4_096))) continue;
      };
      response.on('drain', more).on('close', () => closed?.());
      more();
    });
    const answer = await egressWith().request(call(`http://127.0.0.1:${port}/`));
    expect([answer.status, answer.truncated, answer.body.length]).toEqual([200, true, 1_024]);
    await gone;
  });

  test('a body of exactly the limit is whole', async () => {
    const port = await http((_request, response) => response.end('x'.repeat(1_024)));
    const answer = await egressWith().request(call(`http://127.0.0.1:${port}/`));
    expect([answer.truncated, answer.body.length]).toEqual([false, 1_024]);
  });

  test('headers beyond the limit', async () => {
    const port = await raw((socket) => socket.write(`HTTP/1.1 200 OK\r\nx-a: ${'b'.repeat(40_000)}\r\n\r\n`));
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`)));
    expect([error.kind, error.message]).toEqual([
      'protocol',
      `127.0.0.1:${port} answered with headers that are too large.`,
    ]);
  });

  test('a reset in the middle of the answer', async () => {
    const port = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc');
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`)));
    expect([error.kind, error.sent]).toEqual(['reset', true]);
  });

  test('a connection closed without a word', async () => {
    const port = await raw((socket) => socket.end());
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`)));
    expect([error.kind, error.sent]).toEqual(['reset', true]);
  });

  test('an answer that is not HTTP', async () => {
    const port = await raw((socket) => socket.end('220 mail.example ESMTP\r\n'));
    const error = await failure(egressWith().request(call(`http://127.0.0.1:${port}/`)));
    expect(error.kind).toBe('protocol');
  });

  test('the caller gives up', async () => {
    const port = await http(() => undefined);
    const signal = AbortSignal.timeout(50);
    const egress = egressWith();
    for (const _when of ['while it runs', 'before it starts']) {
      const promise = egress.request(call(`http://127.0.0.1:${port}/`, { signal }));
      await expect(promise).rejects.toMatchObject({ name: 'TimeoutError' });
    }
  });

  test('a request that expired while it waited for a connection is never sent, and costs none', async () => {
    const peers = new Set<number | undefined>();
    const urls: (string | undefined)[] = [];
    const port = await http((request, response) => {
      peers.add(request.socket.remotePort);
      urls.push(request.url);
      setTimeout(() => response.end(), 150);
    });
    const egress = egressWith({ allowPrivate: true, connections: 1 });
    const first = egress.request(call(`http://127.0.0.1:${port}/first`));
    const late = await failure(egress.request(call(`http://127.0.0.1:${port}/late`, { timeoutMs: 50 })));
    expect([late.kind, late.sent]).toEqual(['timeout', false]);
    await first;
    await egress.request(call(`http://127.0.0.1:${port}/third`));
    expect([urls, peers.size]).toEqual([['/first', '/third'], 1]);
  });
});

describe('closing', () => {
  test('lets a running request end', async () => {
    const port = await http((_request, response) => setTimeout(() => response.end('done'), 100));
    const egress = egressWith();
    const running = egress.request(call(`http://127.0.0.1:${port}/`));
    await egress.close();
    expect((await running).body.toString()).toBe('done');
    const error = await failure(egress.request(call(`http://127.0.0.1:${port}/`)));
    expect([error.kind, error.sent]).toEqual(['connect', false]);
  });

  test('cuts it off after the grace', async () => {
    const port = await http(() => undefined);
    const egress = egressWith();
    const running = failure(egress.request(call(`http://127.0.0.1:${port}/`)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await egress.close(50);
    expect((await running).message).toBe(`127.0.0.1:${port} was cut off: this process is shutting down.`);
  });
});
