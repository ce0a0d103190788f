/** Every function of the service. Each stands in `functions/handlers/<name>.ts` and is bundled to `dist/<name>`. */
export const functionNames = [
  'public-pages',
  'status-pages',
  'desk-pages',
  'static-files',
  'receive-mail',
  'sweep-inbox',
  'transcribe-recording',
  'receive-voicemail',
  'delete-audio',
  'check-files',
  'send-notices',
  'sweep-notices',
  'record-delivery',
  'plan-alerts',
  'speak-alert',
  'sweep-deadlines',
] as const;

export type FunctionName = (typeof functionNames)[number];
