import { parseNetwork } from './address-policy.ts';
import { Egress } from './egress.ts';
import { EgressRefused } from './egress-errors.ts';

const verdict = (egress: Egress, url: string): string => {
  try {
    egress.check(url);
    return 'called';
  } catch (error) {
    if (error instanceof EgressRefused) return 'refused';
    throw error;
  }
};

describe('the addresses the hub calls by itself', () => {
  const egress = new Egress();
  afterAll(() => egress.close());

  test.each([
    // public
    ['http://8.8.8.8/', 'called'],
    ['https://1.1.1.1:8443/hook', 'called'],
    ['http://[2606:4700:4700::1111]/', 'called'],
    ['http://[::ffff:8.8.8.8]/', 'called'],
    ['http://[64:ff9b::8.8.8.8]/', 'called'],
    ['http://172.15.255.255/', 'called'],
    ['http://172.32.0.0/', 'called'],
    ['http://100.63.255.255/', 'called'],
    ['http://134744072/', 'called'], // 8.8.8.8
    ['https://hooks.example.com/x', 'called'],
    ['http://localhost.example.com/', 'called'],
    // loopback in all its notations
    ['http://127.0.0.1/', 'refused'],
    ['http://127.0.0.1./', 'refused'],
    ['http://127.255.255.254:8080/', 'refused'],
    ['http://127.1/', 'refused'],
    ['http://2130706433/', 'refused'],
    ['http://0x7f000001/', 'refused'],
    ['http://0x7f.1/', 'refused'],
    ['http://0177.0.0.1/', 'refused'],
    ['http://017700000001/', 'refused'],
    ['http://127.0.0.0x1/', 'refused'],
    ['http://%31%32%37.0.0.1/', 'refused'],
    ['http://①②⑦.0.0.1/', 'refused'],
    ['http://127。0。0。1/', 'refused'],
    ['http://localhost/', 'refused'],
    ['http://LOCALHOST.:3000/', 'refused'],
    ['http://orders.localhost/', 'refused'],
    ['http://[::1]/', 'refused'],
    ['http://[0:0:0:0:0:0:0:1]/', 'refused'],
    ['http://[::ffff:127.0.0.1]/', 'refused'],
    ['http://[::ffff:7f00:1]/', 'refused'],
    ['http://[::127.0.0.1]/', 'refused'],
    ['http://[::ffff:0:127.0.0.1]/', 'refused'],
    ['http://[64:ff9b::127.0.0.1]/', 'refused'],
    ['http://[64:ff9b:1::127.0.0.1]/', 'refused'],
    ['http://[2002:7f00:1::]/', 'refused'],
    ['http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/', 'refused'], // Teredo, 127.0.0.1 inverted
    // unspecified
    ['http://0/', 'refused'],
    ['http://0.0.0.0/', 'refused'],
    ['http://0.1.2.3/', 'refused'],
    ['http://[::]/', 'refused'],
    // private
    ['http://10.0.0.1/', 'refused'],
    ['http://10.1/', 'refused'],
    ['http://0xa000001/', 'refused'],
    ['http://172.16.0.1/', 'refused'],
    ['http://172.31.255.255/', 'refused'],
    ['http://192.168.1.1/', 'refused'],
    ['http://3232235777/', 'refused'],
    ['http://[fc00::1]/', 'refused'],
    ['http://[fd12:3456::1]/', 'refused'],
    ['http://[64:ff9b::10.0.0.1]/', 'refused'],
    ['http://[2002:a00:1::1]/', 'refused'],
    // link-local and metadata
    ['http://169.254.0.1/', 'refused'],
    ['http://169.254.169.254/latest/meta-data/', 'refused'],
    ['http://2852039166/', 'refused'],
    ['http://0xa9.0xfe.0xa9.0xfe/', 'refused'],
    ['http://[::ffff:a9fe:a9fe]/', 'refused'],
    ['http://[fd00:ec2::254]/', 'refused'],
    ['http://168.63.129.16/', 'refused'],
    ['http://[fe80::1]/', 'refused'],
    // shared, multicast, broadcast, benchmarking, documentation, reserved, unassigned
    ['http://100.64.0.1/', 'refused'],
    ['http://100.127.255.255/', 'refused'],
    ['http://224.0.0.1/', 'refused'],
    ['http://239.255.255.250/', 'refused'],
    ['http://[ff02::1]/', 'refused'],
    ['http://255.255.255.255/', 'refused'],
    ['http://198.18.0.1/', 'refused'],
    ['http://[2001:2::1]/', 'refused'],
    ['http://192.0.2.1/', 'refused'],
    ['http://[2001:db8::1]/', 'refused'],
    ['http://192.0.0.1/', 'refused'],
    ['http://240.0.0.1/', 'refused'],
    ['http://[fec0::1]/', 'refused'],
    ['http://[100::1]/', 'refused'],
    ['http://[4000::1]/', 'refused'],
    // what is no plain http URL
    ['ftp://8.8.8.8/', 'refused'],
    ['file:///etc/passwd', 'refused'],
    ['http://user@8.8.8.8/', 'refused'],
    ['http://user:pass@8.8.8.8/', 'refused'],
    ['http://:pass@8.8.8.8/', 'refused'],
    ['//8.8.8.8/', 'refused'],
    ['hooks.example.com', 'refused'],
    ['http://', 'refused'],
    ['http://256.1.1.1/', 'refused'],
    ['', 'refused'],
  ])('%s is %s', (url, expected) => {
    expect(verdict(egress, url)).toBe(expected);
  });

  test('the refusal names the host, the reason and the way out', () => {
    expect(() => egress.check('http://10.0.0.1/hook?token=abc')).toThrow(
      'Waypost does not call 10.0.0.1: it is a private address. Whoever runs this Waypost can allow its network in ALLOWED_NETWORKS.',
    );
    expect(() => egress.check('http://localhost/')).toThrow(
      "localhost (127.0.0.1): it is this machine's own",
    );
    expect(() => egress.check('http://169.254.169.254/')).toThrow("a cloud's metadata service");
  });
});

describe('what the operator lifts', () => {
  const some = new Egress({ allowedNetworks: ['10.1.0.0/16', '192.168.7.7', 'fd00:ec2::254', '::1/128'] });
  const demo = new Egress({ allowPrivate: true });
  const demoWithMetadata = new Egress({ allowPrivate: true, allowedNetworks: ['169.254.169.254/32'] });
  afterAll(() => Promise.all([some, demo, demoWithMetadata].map((egress) => egress.close())));

  test.each([
    ['http://10.1.2.3/', 'called'],
    ['http://[::ffff:10.1.2.3]/', 'called'],
    ['http://[64:ff9b::10.1.2.3]/', 'called'],
    ['http://10.2.0.1/', 'refused'],
    ['http://192.168.7.7/', 'called'],
    ['http://192.168.7.8/', 'refused'],
    ['http://[fd00:ec2::254]/', 'called'],
    ['http://[::1]/', 'called'],
    ['http://127.0.0.1/', 'refused'],
  ])('with some networks allowed %s is %s', (url, expected) => {
    expect(verdict(some, url)).toBe(expected);
  });

  test.each([
    ['http://127.0.0.1:4010/', 'called'],
    ['http://localhost:4010/', 'called'],
    ['http://192.168.1.1/', 'called'],
    ['http://[fd12::1]/', 'called'],
    ['http://169.254.169.254/', 'refused'],
    ['http://[::ffff:169.254.169.254]/', 'refused'],
    ['http://[2002:a9fe:a9fe::1]/', 'refused'],
    ['http://[64:ff9b:1::169.254.169.254]/', 'refused'],
    ['http://[fd00:ec2::254]/', 'refused'],
    ['http://168.63.129.16/', 'refused'],
    ['http://user@127.0.0.1/', 'refused'],
  ])('with private addresses allowed %s is %s', (url, expected) => {
    expect(verdict(demo, url)).toBe(expected);
  });

  test('a metadata service is called only where its address is allowed by name', () => {
    expect(verdict(demoWithMetadata, 'http://169.254.169.254/')).toBe('called');
  });
});

test.each([
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['10.0.0.1', '10.0.0.1/32'],
  ['fd00::/8', 'fd00::/8'],
  ['::1', '::1/128'],
  ['10/8', undefined],
  ['10.0.0.0/33', undefined],
  ['0x0a.0.0.0/8', undefined],
  ['example.com', undefined],
  ['', undefined],
])('the network %s reads as %s', (text, expected) => {
  expect(parseNetwork(text)?.join('/')).toBe(expected);
});
