import { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { WakeUps } from '../../app/ports.ts';
import { createWakeUps, type WakeUpSettings } from './wake-ups.ts';

export function connectWakeUps(settings: Omit<WakeUpSettings, 'scheduler'>): WakeUps {
  return createWakeUps({ ...settings, scheduler: new SchedulerClient({}) });
}
