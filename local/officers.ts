/** Invented officers who can sign in on this machine, of each role of the desk. */
export const officers = [
  { sub: 'amina.yusuf', name: 'Amina Yusuf', email: 'amina.yusuf@luton.example', role: 'Complaints team' },
  { sub: 'tom.ferris', name: 'Tom Ferris', email: 'tom.ferris@luton.example', role: 'Complaints team' },
  { sub: 'grace.okoro', name: 'Grace Okoro', email: 'grace.okoro@luton.example', role: 'Head of Customer Service and Complaints' },
  { sub: 'daniel.price', name: 'Daniel Price', email: 'daniel.price@luton.example', role: 'Investigating officer, waste' },
  { sub: 'ruth.adeyemi', name: 'Ruth Adeyemi', email: 'ruth.adeyemi@luton.example', role: 'Investigating officer, housing' },
] as const;
