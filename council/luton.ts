import type { CouncilFacts } from './facts.ts';

/**
 * Luton Council, from its corporate complaints policy of October 2024 (sections 1, 4 and 12).
 * Mailboxes of services and the care emergency number are examples until the council supplies its own.
 */
export const luton: CouncilFacts = {
  name: 'Luton Council',
  referencePrefix: 'LBC',
  complaints: {
    teamName: 'Complaints Team',
    email: 'complaints@luton.gov.uk',
    telephone: '01582 546398',
    telephoneNote: 'This is a voicemail service: you will be asked to leave a message.',
    postalAddress: ['Complaints Team', 'Luton Council', 'Town Hall', 'Upper George Street', 'Luton', 'LU1 2BQ'],
    inPerson: 'Customer Service Centre, Town Hall, Luton, LU1 2BQ',
    online: 'feedback.luton.gov.uk/complaint',
    teamMailbox: 'complaints-team@luton.example',
  },
  outOfHours: { email: 'out-of-hours@luton.example', careEmergencyTelephone: '01632 960123' },
  policyUrl: 'https://www.luton.gov.uk/complaints',
  services: {
    housing: { name: 'Housing', mailbox: 'housing-complaints@luton.example' },
    benefits: { name: 'Housing benefit and council tax reduction', mailbox: 'benefits-complaints@luton.example' },
    'council-tax': { name: 'Council tax', mailbox: 'council-tax-complaints@luton.example' },
    waste: { name: 'Waste and recycling', mailbox: 'waste-complaints@luton.example' },
    'street-scene': { name: 'Street cleaning and parks', mailbox: 'street-scene-complaints@luton.example' },
    highways: { name: 'Roads, pavements and street lights', mailbox: 'highways-complaints@luton.example' },
    parking: { name: 'Parking', mailbox: 'parking-complaints@luton.example' },
    planning: { name: 'Planning and building control', mailbox: 'planning-complaints@luton.example' },
    'environmental-health': { name: 'Environmental health', mailbox: 'environmental-health-complaints@luton.example' },
    'adult-social-care': { name: 'Adult social care', mailbox: 'adult-social-care-complaints@luton.example' },
    'children-social-care': { name: "Children's social care", mailbox: 'childrens-social-care-complaints@luton.example' },
    education: { name: 'Education', mailbox: 'education-complaints@luton.example' },
    'customer-services': { name: 'Customer services', mailbox: 'customer-services-complaints@luton.example' },
    'leisure-culture': { name: 'Libraries, leisure and culture', mailbox: 'leisure-complaints@luton.example' },
    elections: { name: 'Elections', mailbox: 'elections-complaints@luton.example' },
    licensing: { name: 'Licensing', mailbox: 'licensing-complaints@luton.example' },
    other: { name: 'Another council service', mailbox: 'complaints-team@luton.example' },
  },
  ombudsmen: {
    // No postal address: policy version 1.1 changed these details at the LGSCO's own request.
    LGSCO: {
      name: 'Local Government and Social Care Ombudsman',
      website: 'www.lgo.org.uk',
      telephone: '0300 061 0614',
      checkedOn: '2026-11-21',
    },
    HOS: {
      name: 'Housing Ombudsman Service',
      website: 'www.housing-ombudsman.org.uk',
      telephone: '0300 111 3000',
      email: 'info@housing-ombudsman.org.uk',
      postalAddress: ['Housing Ombudsman Service', 'PO Box 1484', 'Unit D', 'Preston', 'PR2 0ET'],
      checkedOn: '2026-11-21',
    },
  },
  // What Microsoft 365 would say if it holds the council's mailboxes: to be confirmed with a message of the council's own (docs/operations.md).
  trustedForwarders: [
    {
      name: 'Microsoft 365 of the council',
      envelopeDomains: ['luton.gov.uk'],
      sealer: 'microsoft.com',
      authservId: 'mx.microsoft.com',
      mailboxes: ['complaints@luton.gov.uk'],
    },
  ],
  // 30 to 90 days are usual, and no published schedule of the council's was found: to be confirmed by its information governance team.
  // The sender is an example until the council's telephone system is known.
  voicemail: { mailbox: 'voicemail', senders: ['telephony.example'], audioKeptDays: 60 },
  brand: { colour: '#00507a' },
};
