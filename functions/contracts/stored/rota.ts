import * as z from 'zod/mini';
import type { RotaChange } from '../../domain/registers/rota.ts';
import { exactly } from './exactly.ts';
import { storedOfficer } from './officer.ts';
import { storedCount, storedInstant } from './values.ts';

const rota = z.array(z.object({ officer: storedOfficer, from: storedInstant, until: storedInstant }));

export const storedRota = z.object({ number: storedCount, rota });

export const storedRotaChange = exactly<RotaChange>()(z.object({ number: storedCount, at: storedInstant, by: storedOfficer, rota }));
