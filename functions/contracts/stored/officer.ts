import * as z from 'zod/mini';
import type { Actor, Officer } from '../../domain/cases/actor.ts';
import { services } from '../../domain/triage/suggestion.ts';
import { exactly } from './exactly.ts';

const officer = z.object({ kind: z.literal('officer'), subject: z.string(), name: z.string(), email: z.string() });

export const storedOfficer = exactly<Officer>()(officer);

const byLink = z.object({ kind: z.literal('by-link'), service: z.enum(services), contractor: z.optional(z.string()) });

export const storedActor = exactly<Actor>()(z.discriminatedUnion('kind', [z.object({ kind: z.literal('system') }), officer, byLink]));
