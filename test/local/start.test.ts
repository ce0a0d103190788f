import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { listen, mustBeFree } from '../../local/listen.ts';
import { signInPortBeside } from '../../local/stack.ts';
import { readdress } from '../../local/synthesise.ts';

const start = async (environment: Record<string, string>) => {
  const child = spawn(process.execPath, ['local/start.ts'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [said, code] = await Promise.all([text(child.stderr), ended]);
  return { said, code };
};

/** A port that is taken, after one that is free. */
async function takenBesideFree(): Promise<Awaited<ReturnType<typeof listen>>> {
  const taken = await listen(() => {}, 0);
  const below = await listen(() => {}, taken.port - 1).catch(() => undefined);
  if (!below) return takenBesideFree();
  await below.close();
  return taken;
}

describe('npm start', () => {
  it('says in one sentence that its port is taken', async () => {
    const taken = await listen(() => {}, 0);
    const { said, code } = await start({ PORT: String(taken.port) });
    await taken.close();
    expect(said).toBe(`Port ${taken.port} is taken by another program: stop it, or choose another port with PORT=…\n`);
    expect(code).toBe(1);
  });

  it('says so of the port of sign-in and of mail before it begins anything slow', async () => {
    const taken = await takenBesideFree();
    const beside = String(taken.port - 1);
    const signIn = await start({ PORT: beside });
    const mail = await start({ PORT: String(await mustBeFree(0)), SMTP_PORT: String(taken.port) });
    await taken.close();
    expect(signIn).toEqual({
      said: `Port ${taken.port} is taken by another program: stop it, or choose another port with PORT=… (sign-in takes the next one)\n`,
      code: 1,
    });
    expect(mail).toEqual({
      said: `Port ${taken.port} is taken by another program: stop it, or choose another port with SMTP_PORT=…\n`,
      code: 1,
    });
  });

  it('gives sign-in a port of its own where mail comes in on the one after the pages', () => {
    expect([signInPortBeside(4750, 2525), signInPortBeside(4750, 4751)]).toEqual([4751, 4752]);
  });

  it('says in one sentence that pages and mail cannot share a port', async () => {
    expect(await start({ PORT: '4750', SMTP_PORT: '4750' })).toEqual({
      said: 'PORT and SMTP_PORT are both 4750: choose two ports, and leave the one after PORT to sign-in\n',
      code: 1,
    });
  });

  it('says in one sentence that a port is not a port', async () => {
    expect(await start({ PORT: 'many' })).toEqual({ said: 'PORT must be a port number between 1 and 65534, and it is many\n', code: 1 });
  });

  it('says in one sentence that Java is missing', async () => {
    const { said, code } = await start({ PATH: '/nowhere' });
    expect(said).toMatch(/^Java 17 or newer is needed for the local database .*, and no java was found\.\n$/);
    expect(code).toBe(1);
  });
});

describe('a shared synthesised folder', () => {
  it('is read with the addresses of this run', () => {
    const own = readdress({ publicUrl: 'http://localhost:30015', signInIssuer: 'http://localhost:41000' });
    expect(own('"http://localhost:3000/desk http://localhost:3001" http://localhost:30001')).toBe(
      '"http://localhost:30015/desk http://localhost:41000" http://localhost:30001',
    );
  });
});
