export type RefusalReason = 'url' | 'header' | 'address';

/** The hub will not make this call, whatever the other side says: nothing has left, and a retry changes nothing. */
export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type FailureKind = 'dns' | 'connect' | 'tls' | 'timeout' | 'reset' | 'protocol';

/** The call was made and brought no answer. The message is meant for people and holds no path, query or body. */
export class EgressFailed extends Error {
  override readonly name = 'EgressFailed';
  readonly kind: FailureKind;
  /** False when provably no byte of the request has left; only then can it be repeated without a second effect. */
  readonly sent: boolean;

  constructor(kind: FailureKind, message: string, options: { sent: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.sent = options.sent;
  }
}

const kindsByCode: [RegExp, FailureKind][] = [
  [/^(ENOTFOUND|ENODATA|EAI_\w+)$/, 'dns'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'timeout'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'reset'],
  [/^(EPROTO|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|UNABLE_TO_\w+|\w*SELF_SIGNED_CERT\w*)$/, 'tls'],
  [/^(HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/, 'tls'],
  [/^(HPE_\w+|UND_ERR_PARSER|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES_\w+)$/, 'protocol'],
];

const wordsByCode: Record<string, string> = {
  ECONNREFUSED: 'refused the connection: nothing listens there, or a firewall says no',
  EHOSTUNREACH: 'cannot be reached: there is no route to it',
  ENETUNREACH: 'cannot be reached: there is no route to its network',
  UND_ERR_HEADERS_OVERFLOW: 'answered with headers that are too large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent a body of another length than it announced',
  ERR_TLS_CERT_ALTNAME_INVALID: 'showed a certificate that is made out to another name',
  CERT_HAS_EXPIRED: 'showed a certificate that has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'showed a certificate that it signed itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'showed a certificate of an authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'showed a certificate without the intermediate ones that vouch for it',
};

const wordsByKind: Record<FailureKind, string> = {
  dns: 'has no address: its name could not be looked up',
  connect: 'could not be reached',
  tls: 'did not agree on an encrypted connection',
  timeout: 'did not accept a connection in time',
  reset: 'closed the connection before it had answered in full',
  protocol: 'did not answer in valid HTTP',
};

/** Puts an error of the network, of TLS or of the HTTP client into our words; `host` names the other side. */
export function asEgressError(error: unknown, host: string, sent: boolean): EgressFailed | EgressRefused {
  if (error instanceof EgressFailed || error instanceof EgressRefused) return error;
  const code = codeOf(error);
  if (code === 'UND_ERR_INVALID_ARG') {
    return new EgressRefused(
      'header',
      `The request to ${host} cannot be formed: ${(error as Error).message}.`,
    );
  }
  if (code === 'UND_ERR_CLOSED' || code === 'UND_ERR_DESTROYED') {
    return new EgressFailed('connect', `${host} was not called: this process is shutting down.`, {
      sent,
      cause: error,
    });
  }
  const kind = kindsByCode.find(([pattern]) => pattern.test(code))?.[1] ?? (sent ? 'reset' : 'connect');
  const words = wordsByCode[code] ?? wordsByKind[kind];
  const suffix = code && !(code in wordsByCode) && !code.startsWith('UND_') ? ` (${code})` : '';
  return new EgressFailed(kind, `${host} ${words}${suffix}.`, { sent, cause: error });
}

function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  // undici means to give these the parser's code and loses it.
  return name === 'HTTPParserError' ? 'UND_ERR_PARSER' : '';
}
