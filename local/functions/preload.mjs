// Loaded before Amazon's runtime client in every function process. Plain JavaScript: stripping types would be part of every cold start.
import { enableCompileCache, registerHooks } from 'node:module';

// What one environment of a function has compiled, the next need not.
if (process.env.LOCAL_COMPILED) enableCompileCache(process.env.LOCAL_COMPILED);
delete process.env.LOCAL_COMPILED;

// The runtime client without its native addon, which needs a compiler to install.
const client = new URL('./runtime-client.cjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('rapid-client.node') ? { url: client, format: 'commonjs', shortCircuit: true } : next(specifier, context),
});

// The time of the local stack: what asks for the present gets it shifted.
let offset = Number(process.env.LOCAL_CLOCK_OFFSET ?? 0);
delete process.env.LOCAL_CLOCK_OFFSET;
const RealDate = Date;
const realNow = Date.now;
RealDate.now = () => realNow() + offset;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [RealDate.now()] : given, newTarget),
  apply: () => new RealDate(RealDate.now()).toString(),
});
RealDate.prototype.constructor = globalThis.Date;

process.on('message', (message) => {
  offset = message.offset;
  process.send('taken');
});
// Nobody is left to answer once the stack has gone.
process.on('disconnect', () => process.exit(0));
process.channel.unref();
