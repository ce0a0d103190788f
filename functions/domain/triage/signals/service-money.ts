import { listed } from './listed.ts';
import type { Signal } from './signal.ts';

// What people owe the council and what it pays them.

const policy = 'section 5';

export const moneySignals: readonly Signal[] = [
  {
    name: 'council-tax-by-name',
    about: 'council-tax',
    policy,
    phrases: listed(`
      council|counsel|counsil|councill|councils|concil|counciltax tax|tacks|taxes|texts|tack|tags, counciltax|ctax|ct, c tax, poll tax,
      business rates, rates bill|team|department|office|relief|demand, community charge,
      tax band|bands|banding|bill|bills|account|office|people|team|department|lady|reduction|support|discount|arrears|section|line|reference|demand|debt|collector|rebate,
      council tax on|for, tax for|on my|the flat|house|property, closing bill, closing statement, revenues,
      revenue and benefits|services|officer|department|section, revenues team|department|service|officer|manager, head of revenues,
      non domestic rates
    `),
  },
  {
    name: 'council-tax-matters',
    about: 'council-tax',
    policy,
    phrases: listed(`
      single person|persons|occupancy|occupier|adult discount|discounts, single person, sole occupier,
      student|students|severe|severely|smi|disregard|empty|second|care|carers|disabled|disability exemption|discount|exempt|mental|impairment|disregard|relief|premium|leaver|band,
      student certificate, class n|m|u|f exemption, severely mentally, mentally impaired, council tax student, exemption, exempt from,
      empty|long home|property|term premium|empty, double|# percent|per council|premium|cent charge, unoccupied, band a|b|c|d|e|f|g|h,
      wrong band|banding, band|banded d|e|f|g|h, same band, rebanded|rebanding|reband, re band|banded|banding,
      valuation tribunal|office|officer|agency, voa, v o a, liable|liability for|order|orders|from|to council|the,
      liability order|orders|hearing, not liable, enforcement agent|agents|agency|company, attachment of earnings|benefit,
      summons|summonsed|summoned|summonds cost|costs|for|letter|came|over|fee|and|when, court costs _3 council|tax|bill,
      final|red demand|notice|reminder|bill, red letter, reminder notice|letter, instalment|instalments|installment|installments,
      direct debit|debits|debt|dd, payment plan|arrangement, pay|paying|paid weekly|monthly|by _1 instalments|weekly|monthly,
      over # months, ten|twelve|# months instead|instalments, # instalments|payments, credit on|in my|the account,
      in credit|debit|arrears, new|wrong|last|final|annual|revised|adjusted|another bill|bills|demand,
      bill|bills for|says|went|came|in|sent|still|addressed|arrived _2 months|year|name|march|april|property|late,
      moved out|in|house|address on|in _4 bill|billed|charging|charged|tax,
      billed|billing|bills|charging|charged _2 after|twice|period|two|both|the wrong|an empty|full,
      refund|refunded|rebate|overpaid|overpayment|credit of|my _2 council|tax|account, account number #, my account|reference # council,
      sold the house|property|it, completion date, my tenants|tenant moved|left|are|is, aggregated|disaggregated,
      probate|executor|executors|estate _3 bill|tax|discount|council|exemption|charged, # percent off|discount, the # off,
      only|just me in|here|at, theres only me, live|living on my own _6 discount|off|bill, off the rates|bill, moved|moving out of|on|in,
      moving out|in on, bill for|to|says|went|came|in|from|still|wrong, closing bill, credit on|of|since|balance, owe me £|#,
      bank details, refund form|of|request, final notices|notice, arrangement has|was|been|cancelled|since, two people called,
      same name|address, liable until|to|for|from, left in|on|before _3 bill|billed|notices, grant of probate, account in credit,
      debit card taken twice, pay by|my dd, cancel|set|setting up _2 direct, single occupier|occupant, only adult, live|lives alone,
      living alone, second|other adult|person, lodger, bailiff|bailiffs, reduction scheme, council tax reduction, ctr, jointly liable,
      liable, energy rebate, rebate, # energy, moving house, moved house, moving from, moved from number, acc #, account #, my account,
      lose my #, # percent|off, paperless, bill, bills, my|the bill, empty homes premium, premium, paypoint, direct debit, summons,
      plan agreed|broken|cancelled, agreed the|a plan, arrears letter, magistrates i paid, single persons review, costs were added|taken,
      stop billing, dead wife|husband|mother|father _4 bill|billing|account, executor, administrator of the estate, probate,
      garage charged, wrong address bailiff, # costs
    `),
  },
  {
    name: 'housing-benefit-by-name',
    about: 'benefits',
    policy,
    phrases: listed(`
      housing|house|housin|rent|houseing|hosing benefit|benefits|benifit|benny|allowance|rebate|benift|benefet, house in benefit|benny,
      hb, h b, dhp|dhps, d h p, discretionary housing|payment|payments, discretionary, dee h p,
      benefit|benefits team|office|officer|section|claim|people|department|service|services|assessor|desk|line|lady|decision|letter|form|entitlement|counter|manager|cap|dept|notice|overpayment|calculation|assessment|appeal|appeals|reference,
      revenues and benefits, overpaid|overpayed housing|benefit, over paid benefit, local housing allowance, lha, l h a,
      spare room subsidy, bedroom tax|subsidy, under occupancy|occupation charge, shortfall, exempt accommodation,
      supported exempt|accommodation housing|benefit, council tax reduction|support claim|form|stopped|assessed, benefit cap,
      non dependant|dependent|dependants deduction, backdate|backdated|backdating|back dated|date _3 benefit|housing|claim|hb|to,
      suspended|stopped|ended|cancelled my|our|his|her|their housing|benefit|hb|claim, change of circumstances, changes of circumstance,
      change in|of circumstance|circumstances|address|income, notional capital, capital over|limit|#, student loan _2 income,
      tariff income, payment on account, claim|claimed|claiming|claimant for|number|reference _2 housing|benefit|rent|hb,
      benefit|benefits|benny stopped|claim|is|was|since|from|to|in, the benefits, benefits ones|people|place, benny fit, ben #,
      overpayment|overpayments, overpayment letter|decision|of, overpaid, over payment, recovery section|team|lady|officer|people,
      owe _2 benefit, my benefit|benefits
    `),
  },
  {
    name: 'claims-and-hardship-help',
    about: 'benefits',
    policy,
    phrases: listed(`
      household support|fund, house hold support, hardship fund|payment|grant|payments|scheme|application|form,
      crisis|resilience|welfare fund|grant|payment|assistance|loan, crisis and resilience, local welfare|assistance, welfare assistance,
      emergency food|fuel|energy, fuel|food|supermarket|energy voucher|vouchers, uniform|clothing grant|voucher|vouchers,
      uniform grant|voucher, cost of living payment|grant, white goods, furniture|cooker|fridge|bed grant|voucher|scheme,
      my|his|her|our claim, claim was|is|has|stopped|still|went|form|suspended|cancelled|closed|pending|started, doing my claim,
      claims still, claim stopped|suspended, wage|pay slip|slips, wageslips|payslips|payslip, bank statements,
      proof|evidence of income|rent|identity|wages|pension|address|i d|id,
      income|wages|hours changed|cut|dropped|went|down|gone|reported|reduced|evidence|details, reported my|his|a hours|change|wages,
      my hours have|were|are|had, hours had|have been cut, hours cut|changed|dropped,
      uploaded|upload|scanned|handed|brought _2 payslips|slips|documents|docs|statements|tenancy|evidence|wage,
      self employed|employment accounts|income|earnings|zero, pension credit|guarantee,
      reassess|reassessed|recalculate|recalculated my|his|her|the claim|benefit, work out|worked my|out benefit|entitlement|how,
      entitled|entitlement to|from|less|more|per week, clawback|clawing|clawed back,
      recover|recovery|recovering|recovered|deduct|deducting|taking _3 overpayment|benefit|from my, interview under caution,
      benefit fraud|investigation|cheat, fraud team|officer|investigator|investigation, universal credit _3 housing|council|benefit,
      pension age, backdated to, backdated payment|rent|award
    `),
  },
];
