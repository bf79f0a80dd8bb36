import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Closes the network to the process, and to the threads, that load this module: Node's permissions do not cover
 * it. What reads documents has nobody to talk to but its parent, over a channel that needs no socket.
 */
const closed = () => new Error('Expected no use of the network by what reads documents, got one');

function refuse(): never {
  throw closed();
}

net.Socket.prototype.connect = function connect(this: net.Socket) {
  return this.destroy(closed());
};
net.Server.prototype.listen = refuse;
for (const method of ['bind', 'connect', 'send'] as const) dgram.Socket.prototype[method] = refuse;

/** Answers a question for a name as where there is no network: by the callback, which comes last, or a promise. */
const questions = /^(?:lookup|resolve|reverse)/;
for (const names of [dns, dns.Resolver.prototype, dns.promises, dns.promises.Resolver.prototype]) {
  const isPromised = names === dns.promises || names === dns.promises.Resolver.prototype;
  for (const name of Object.keys(Object.getOwnPropertyDescriptors(names)).filter((key) =>
    questions.test(key),
  )) {
    Object.defineProperty(names, name, {
      configurable: true,
      enumerable: true,
      writable: true,
      value: (...given: readonly unknown[]) => {
        if (isPromised) return Promise.reject(closed());
        const answer = given.at(-1);
        if (typeof answer === 'function') process.nextTick(answer, closed());
        return undefined;
      },
    });
  }
}
syncBuiltinESMExports();
