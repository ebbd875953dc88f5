import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isIP } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { AddressPolicy, type AddressPolicyOptions } from './address-policy.ts';
import { asEgressError, EgressFailed, EgressRefused } from './egress-errors.ts';
import { Exchange, type EgressResponse } from './exchange.ts';

export interface EgressOptions extends AddressPolicyOptions {
  /** Connections kept per origin; further requests wait for one within their deadline. Default 64. */
  connections?: number;
  /** Default 10,000 ms; a request's own deadline may end it sooner. */
  connectTimeoutMs?: number;
  /** Default 16 KiB. */
  maxHeaderBytes?: number;
  /** Answers names with addresses; the system's own resolver by default, so that /etc/hosts counts. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>;
}

export interface EgressRequest {
  method: Dispatcher.HttpMethod;
  /** http or https, any port, without user and password. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** One deadline for everything, in milliseconds. */
  timeoutMs: number;
  maxResponseBytes: number;
  /** Giving up rejects with the signal's reason. */
  signal?: AbortSignal;
}

interface Target {
  origin: string;
  /** Path and query. */
  path: string;
  /** Host and port, for messages. */
  host: string;
}

/** Headers that belong to the connection: set by a caller they could smuggle a request or change its target. */
const ownHeaders = new Set(
  'accept-encoding connection content-length expect host keep-alive proxy-connection te trailer transfer-encoding upgrade'.split(
    ' ',
  ),
);
const rememberedTargets = 1024;

/**
 * The one way out: every HTTP call of the hub goes through here. Addresses are vetted before they are dialled, on
 * every new connection, and the vetted address is the one dialled, so a name that changes its answer in between
 * gains nothing. Redirects are answers like any other and are never followed.
 */
export class Egress {
  readonly #agent: Agent;
  readonly #policy: AddressPolicy;
  readonly #resolve: (hostname: string) => Promise<LookupAddress[]>;
  readonly #lookups = new Map<string, Promise<LookupAddress[]>>();
  readonly #targets = new Map<string, Target>();
  readonly #running = new Set<Exchange>();
  #closing: Promise<void> | undefined;

  constructor(options: EgressOptions = {}) {
    this.#policy = new AddressPolicy(options);
    this.#resolve = options.resolve ?? ((hostname) => systemLookup(hostname, { all: true }));
    this.#agent = new Agent({
      connections: options.connections ?? 64,
      maxHeaderSize: options.maxHeaderBytes ?? 16_384,
      connectTimeout: options.connectTimeoutMs ?? 10_000,
      // The deadline of each exchange covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
      allowH2: false,
      connect: { lookup: this.#lookup },
    });
  }

  /**
   * Makes the call. Rejects with EgressRefused (not allowed, nothing was tried) or EgressFailed (tried in vain); any
   * complete answer resolves, whatever its status.
   */
  request(request: EgressRequest): Promise<EgressResponse> {
    return new Promise((resolve, reject) => {
      request.signal?.throwIfAborted();
      const target = this.#target(request.url);
      const headers = outgoingHeaders(request.headers);
      const exchange = new Exchange(
        {
          host: target.host,
          timeoutMs: request.timeoutMs,
          maxResponseBytes: request.maxResponseBytes,
          signal: request.signal,
          onSettled: this.#onSettled,
        },
        resolve,
        reject,
      );
      this.#running.add(exchange);
      this.#agent.dispatch(
        {
          origin: target.origin,
          path: target.path,
          method: request.method,
          headers,
          body: request.body ?? null,
        },
        exchange,
      );
    });
  }

  /**
   * Throws EgressRefused for a URL or headers that would certainly be refused, so that a form can say so. A name
   * passes: what it answers is only known, and vetted, when it is called.
   */
  check(url: string, headers: Readonly<Record<string, string>> = {}): void {
    this.#target(url);
    outgoingHeaders(headers);
    for (const [name, value] of Object.entries(headers)) {
      try {
        validateHeaderName(name);
        validateHeaderValue(name, value);
      } catch {
        throw new EgressRefused(
          'header',
          `"${name}" is not a valid header: plain ASCII without line breaks only.`,
        );
      }
    }
  }

  /** Lets running requests end, for at most `graceMs`, then cuts them off. */
  close(graceMs = 5_000): Promise<void> {
    this.#closing ??= this.#close(graceMs);
    return this.#closing;
  }

  async #close(graceMs: number): Promise<void> {
    const timer = setTimeout(() => {
      for (const exchange of this.#running) exchange.cutOff();
    }, graceMs);
    await this.#agent.close();
    clearTimeout(timer);
  }

  #onSettled = (exchange: Exchange): void => {
    this.#running.delete(exchange);
  };

  /** The policy never changes, so a URL is read and vetted once. */
  #target(url: string): Target {
    const known = this.#targets.get(url);
    if (known) return known;
    const parsed = readUrl(url);
    const hostname = parsed.hostname.replace(/^\[|\]$/g, '');
    // The URL parser has turned every notation of IPv4 (decimal, hex, octal, short) into four decimal parts, and the
    // resolver is never asked about literals.
    if (isIP(hostname)) this.#policy.vet(hostname, hostname);
    else if (/(^|\.)localhost\.?$/.test(hostname)) this.#policy.vet('127.0.0.1', hostname);
    const target = { origin: parsed.origin, path: parsed.pathname + parsed.search, host: parsed.host };
    if (this.#targets.size >= rememberedTargets) this.#targets.clear();
    this.#targets.set(url, target);
    return target;
  }

  /** What the socket asks for a name: it dials exactly what is answered here. */
  #lookup = (
    hostname: string,
    options: LookupOptions,
    callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    this.#vettedAddresses(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all || !first) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, ''),
    );
  };

  async #vettedAddresses(hostname: string): Promise<LookupAddress[]> {
    const addresses = await this.#lookUpOnce(hostname);
    for (const { address } of addresses) this.#policy.vet(address, hostname);
    return addresses;
  }

  /** Connections opened at the same moment share one look-up: the system has few threads for them. */
  #lookUpOnce(hostname: string): Promise<LookupAddress[]> {
    const running = this.#lookups.get(hostname);
    if (running) return running;
    const started = this.#resolve(hostname)
      .then((addresses) => {
        if (addresses.length > 0) return addresses;
        throw Object.assign(new Error('No address.'), { code: 'ENODATA' });
      })
      .catch((error: unknown) => {
        const failure = asEgressError(error, hostname, false);
        throw failure instanceof EgressFailed && failure.kind !== 'dns'
          ? new EgressFailed('dns', `${hostname} could not be looked up.`, { sent: false, cause: error })
          : failure;
      })
      .finally(() => this.#lookups.delete(hostname));
    this.#lookups.set(hostname, started);
    return started;
  }
}

function readUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname) {
    throw new EgressRefused(
      'url',
      'This is not a complete URL. Write it with http:// or https:// and a host.',
    );
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') {
    throw new EgressRefused('url', `Waypost calls http:// and https:// URLs only, not ${parsed.protocol}//.`);
  }
  if (parsed.username || parsed.password) {
    throw new EgressRefused(
      'url',
      'A URL must not hold a user name or a password. Send an Authorization header instead.',
    );
  }
  return parsed;
}

function outgoingHeaders(headers: EgressRequest['headers']): string[] {
  const list = ['accept-encoding', 'identity'];
  let named = false;
  for (const name in headers) {
    const lower = name.toLowerCase();
    if (ownHeaders.has(lower)) {
      throw new EgressRefused('header', `The header "${name}" belongs to the connection and cannot be set.`);
    }
    if (lower === 'user-agent') named = true;
    list.push(name, headers[name] ?? '');
  }
  if (!named) list.push('user-agent', 'Waypost');
  return list;
}
