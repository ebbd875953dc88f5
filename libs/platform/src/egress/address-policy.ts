import ipaddr from 'ipaddr.js';
import { EgressRefused } from './egress-errors.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/**
 * Reads `10.0.0.0/8`, `fd00::/8` or a single address. IPv4 only in four decimal parts: elsewhere `10/8` means
 * 0.0.0.10, which nobody intends.
 */
export function parseNetwork(text: string): Network | undefined {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return ipaddr.IPv4.parseCIDR(text);
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return [ipaddr.IPv4.parse(text), 32];
  if (ipaddr.IPv6.isValidCIDR(text)) return ipaddr.IPv6.parseCIDR(text);
  if (ipaddr.IPv6.isValid(text)) return [ipaddr.IPv6.parse(text), 128];
  return undefined;
}

/**
 * Where clouds hand credentials to whoever asks from inside. Some lie in public or shared ranges (Azure's
 * 168.63.129.16, Alibaba's 100.100.100.200), and none is ever a destination, so they are refused even where
 * private addresses are allowed.
 */
const metadataNetworks = networks([
  '169.254.169.254',
  '169.254.170.2',
  '169.254.170.23',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
]);
/** All of the public IPv6 internet so far; the rest of the space is local, unassigned or a disguise. */
const globalIPv6 = networks(['2000::/3']);

/** Mapped and NAT64 addresses stand for the IPv4 address inside, which alone decides. */
const transparent = networks(['::ffff:0:0/96', '64:ff9b::/96']);

/** Where an IPv6 address hides an IPv4 one: range, index of its first byte, mask. */
const hidingPlaces: [Network, number, number][] = (
  [
    ['::ffff:0:0/96', 12, 0],
    ['::ffff:0:0:0/96', 12, 0], // translated, RFC 2765
    ['64:ff9b::/96', 12, 0], // NAT64, RFC 6052
    ['64:ff9b:1::/48', 12, 0], // local NAT64, RFC 8215
    ['2002::/16', 2, 0], // 6to4, RFC 3056
    ['2001::/32', 12, 0xff], // Teredo, RFC 4380: inverted bits
    ['::/96', 12, 0], // "compatible", RFC 4291
  ] as const
).map(([network, offset, mask]) => [ipaddr.IPv6.parseCIDR(network), offset, mask]);
const notHiding = networks(['::', '::1']);

const words: Record<string, string> = {
  private: 'a private address',
  uniqueLocal: 'a private address',
  loopback: "this machine's own address",
  linkLocal: 'a link-local address',
  carrierGradeNat: "an address of a provider's inner network",
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  unspecified: 'no address of a machine',
};

export interface AddressPolicyOptions {
  /** Lifts the refusal of private and special addresses, though not of metadata services. */
  allowPrivate?: boolean;
  /** Networks that may be called whatever else is said, in CIDR notation. */
  allowedNetworks?: readonly string[];
}

/** Decides which addresses the hub may call: the public internet, and what the operator adds to it. */
export class AddressPolicy {
  readonly #allowPrivate: boolean;
  readonly #allowed: Network[];

  constructor(options: AddressPolicyOptions) {
    this.#allowPrivate = options.allowPrivate ?? false;
    this.#allowed = networks(options.allowedNetworks ?? []);
  }

  /** `address` is a literal; `host` is what the caller wrote. Throws EgressRefused. */
  vet(address: string, host: string): void {
    const outer = ipaddr.parse(address);
    const inner = embeddedIPv4(outer) ?? outer;
    if (within(this.#allowed, outer) || within(this.#allowed, inner)) return;
    if (within(metadataNetworks, inner)) {
      throw refusal(host, address, "a cloud's metadata service");
    }
    if (this.#allowPrivate) return;
    if (outer !== inner && !within(transparent, outer))
      throw refusal(host, address, 'an address of a tunnel');
    const range = inner.range();
    if (range !== 'unicast') throw refusal(host, address, words[range] ?? 'a reserved address');
    if (inner.kind() === 'ipv6' && !within(globalIPv6, inner)) {
      throw refusal(host, address, 'a reserved address');
    }
  }
}

function refusal(host: string, address: string, what: string): EgressRefused {
  const subject = host === address ? host : `${host} (${address})`;
  return new EgressRefused(
    'address',
    `Waypost does not call ${subject}: it is ${what}. Whoever runs this Waypost can allow its network in ALLOWED_NETWORKS.`,
  );
}

function networks(texts: readonly string[]): Network[] {
  return texts.map((text) => {
    const network = parseNetwork(text);
    if (!network) throw new Error(`"${text}" is not a network in CIDR notation.`);
    return network;
  });
}

function within(list: Network[], address: Address): boolean {
  return list.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

function embeddedIPv4(address: Address): ipaddr.IPv4 | undefined {
  if (address.kind() === 'ipv4' || within(notHiding, address)) return undefined;
  const place = hidingPlaces.find(([network]) => within([network], address));
  if (!place) return undefined;
  const [, offset, mask] = place;
  const bytes = address.toByteArray().slice(offset, offset + 4);
  return new ipaddr.IPv4(bytes.map((byte) => byte ^ mask));
}
