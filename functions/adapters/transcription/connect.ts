import { TranscribeClient } from '@aws-sdk/client-transcribe';
import type { Transcription } from '../../app/ports.ts';
import { createTranscription, type TranscriptionSettings } from './transcription.ts';

export function connectTranscription(settings: Omit<TranscriptionSettings, 'transcribe'>): Transcription {
  return createTranscription({ ...settings, transcribe: new TranscribeClient({}) });
}
