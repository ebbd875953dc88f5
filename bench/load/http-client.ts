import { connect } from 'node:net';
import type { Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** Called once per request, with its number and the HTTP status, or 0 when the connection broke before an answer. */
export type OnAnswer = (connection: Connection, sequence: number, status: number) => void;

/**
 * One keep-alive connection with one request in flight. Far cheaper than node:http, so that on a machine
 * where the generator shares the cores it measures the server and not itself.
 */
export class Connection {
  /** Number of the request in flight; -1 when idle. */
  private sequence = -1;
  private socket: Socket | undefined;
  private rest: Buffer | undefined;
  private readonly port: number;
  private readonly onAnswer: OnAnswer;

  constructor(port: number, onAnswer: OnAnswer) {
    this.port = port;
    this.onAnswer = onAnswer;
  }

  send(sequence: number, request: Buffer): void {
    this.sequence = sequence;
    this.socket ??= this.open();
    this.socket.write(request);
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.lost(socket));
    return socket;
  }

  private read(chunk: Buffer): void {
    const bytes = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    const headEnd = bytes.indexOf(HEAD_END);
    if (headEnd < 0) {
      this.rest = bytes;
      return;
    }
    const head = bytes.toString('latin1', 0, headEnd);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const complete = length
      ? bytes.length >= headEnd + HEAD_END.length + Number(length)
      : bytes.subarray(-5).equals(Buffer.from('0\r\n\r\n'));
    if (!complete) {
      this.rest = bytes;
      return;
    }
    this.rest = undefined;
    if (/\r\nconnection: *close/i.test(head)) this.drop();
    this.answer(Number(head.slice(9, 12)));
  }

  private lost(socket: Socket): void {
    if (this.socket !== socket) return;
    this.drop();
    this.answer(0);
  }

  private drop(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.rest = undefined;
    socket?.destroy();
  }

  private answer(status: number): void {
    const { sequence } = this;
    if (sequence < 0) return;
    this.sequence = -1;
    this.onAnswer(this, sequence, status);
  }
}
