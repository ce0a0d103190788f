/** Duty D5: a named person takes it within 30 minutes, then it climbs. How often the Head hears of it after that is our own limit. */
export const takingHarm = {
  withinMinutes: 30,
  thenEveryMinutes: 60,
  source: 'our own rule: a named person takes possible harm within 30 minutes, at any hour',
} as const;
