import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import schema from '../schemas/references.schema.json' with { type: 'json' };
import { citationFinder } from '../src/law/citations.ts';
import { shippedReferences } from '../src/law/reference.ts';

interface Options {
  readonly date?: string;
  readonly label?: string;
  readonly doc?: string;
}

const find = citationFinder(shippedReferences);
const A = 'data-protection-act-1998';

/** A stretch of text, and the ids of the entries of `schemas/references.yaml` that speak of it. */
const cases: readonly (readonly [text: string, ids: readonly string[], options?: Options])[] = [
  // data protection
  ['We comply with the Data Protection Act 1998.', [A]],
  ['We comply with the Data Protection Act\n1998 and the Human Rights Act 1998.', [A]],
  ['We comply with the Data Protection Act 1998.', [], { date: '2015-01-01' }],
  ['We comply with the Data Protection Act 1998.', [A], { date: '2018-05-25' }],
  ['The Data Protection Act 2018 replaced the Data Protection Act 1998.', []],
  ['Data Protection Act 2018 (which repealed the DPA 1998)', []],
  ['The Data Protection Act 2018 applies. Requests under the DPA 98 are logged.', [A]],
  ['Data Protection Act 2018 and UK GDPR', []],
  ['Data Protection Act 2017', ['data-protection-act-2018']],
  ['The Data Protection Act 2018 (DPA 2018) governs.', []],
  ['Data Protection (Charges and Information) Regulations 2018', []],
  ['Officers hand in a Section 29(3) form before release.', ['section-29-request']],
  ['a section 29(3) of the Data Protection Act 1998 request', ['section-29-request']],
  ['the force relies on section 35 in Part 3 of that Act', []],
  ['section 35 of the Data Protection Act 2018', []],
  ['section 29 of the Data Protection Act 2018', []],
  ['section 29 of the Protection of Freedoms Act 2012', []],
  ['an authorisation under section 29 of RIPA', []],
  ['All staff are trained in GDPR.', ['gdpr']],
  ['All staff are trained in GDPR.', [], { date: '2019-05-01' }],
  ['All staff are trained in UK GDPR. The GDPR principles apply.', []],
  ['GDPR means the UK General Data Protection Regulation.', []],
  ['the UK General Data Protection Regulation ("GDPR")', []],
  ['the UK General Data Protection Regulation (GDPR)', []],
  ['the UK General Data Protection Regulation (UK GDPR)', []],
  ['the United Kingdom General Data Protection Regulation', []],
  ["the UK's General Data Protection Regulation", []],
  [
    'the General Data Protection Regulation (GDPR) and the Data Protection Act 2018',
    ['general-data-protection-regulation'],
  ],
  ['the General Data Protection Regulation (“GDPR”)', ['general-data-protection-regulation']],
  ['the retained EU law version of the General Data Protection Regulation ((EU) 2016/679)', []],
  ['Regulation (EU) 2016/679 as it forms part of the law of England and Wales', []],
  ['the General Data Protection Regulation (Regulation (EU) 2016/679) as it forms part of domestic law', []],
  ['Processing follows Regulation (EU) 2016/679.', ['regulation-eu-2016-679']],
  ['GDPR (Regulation (EU) 2016/679)', ['gdpr']],
  ['the EU GDPR and the Data Protection Act 2018', ['eu-gdpr']],
  ['the UK and EU GDPR', []],
  ['the EU GDPR does not apply to either party', []],
  ['the UK-GDPR', []],
  ['General Data Protection Regulations (GDPR)', ['gdpr-in-the-plural']],
  ['UK General Data Protection Regulations (UK GDPR)', ['gdpr-in-the-plural']],
  ['the General Data Protection Regulations 2018', ['gdpr-in-the-plural']],
  ['General Data Protection Regulations', ['gdpr-in-the-plural'], { date: '2010-01-01' }],
  ['They follow general data protection regulations set by the council.', []],
  ['in line with GDPR 2018', ['gdpr-with-a-year']],
  ['Data Protection Act 2018 (GDPR)', ['data-protection-act-called-gdpr']],
  ['the Data Protection Commissioner', ['data-protection-commissioner']],
  ['the Irish Data Protection Commissioner', []],
  ['the Information Commissioner, or the Information Commission', []],
  ['the Data Protection Officer', []],
  ['A subject access fee of £10 is charged.', ['subject-access-fee']],
  ['A replacement key costs £10.', []],
  ['A privacy impact assessment (PIA) was done; the PIA is reviewed.', ['privacy-impact-assessment', 'pia']],
  ['Before May 2018 a privacy impact assessment was done; it has been replaced.', []],
  ['the DPIA and its reviews', []],
  ["the ICO's CCTV Code of Practice", ['ico-cctv-code']],
  ["the council's CCTV Code of Practice", []],
  ['the Information Commissioner’s Office CCTV Code of Practice', ['ico-cctv-code']],
  ['ICO Code of Practice for Surveillance Camera Systems', []],
  ['the ICO Data Sharing Code of Practice', []],
  ['the Data Sharing Code of Practice (2011)', ['ico-data-sharing-code-2011']],
  // cameras
  ['oversight by the Surveillance Camera Commissioner (SCC)', ['surveillance-camera-commissioner']],
  ['oversight by the Biometrics and Surveillance Camera Commissioner (BSCC)', []],
  ['oversight by the Biometrics and\nSurveillance Camera Commissioner', []],
  ['oversight by the Biometrics & Surveillance Camera Commissioner', []],
  ['the Surveillance Camera Commissioner appointed under section 34', []],
  ['Surveillance Camera Commissioner, now the Biometrics and Surveillance Camera Commissioner', []],
  ["the Surveillance Camera Commissioner's Code of Practice", ['commissioners-code']],
  ['the Biometrics and Surveillance Camera Commissioner’s Code of Practice', ['commissioners-code']],
  ['Surrey County Council (SCC) owns the cameras.', []],
  ['the Surveillance Camera Code of Practice', []],
  ['the Surveillance Camera Code of Practice 2013 (amended 2021)', []],
  ['the Surveillance Camera Code of Practice (June 2013), as amended in November 2021', []],
  ['the Surveillance Camera Code of Practice, issued in June 2013 and amended in November 2021', []],
  ['the Surveillance Camera Code of Practice 2013', ['surveillance-camera-code-2013']],
  ['the Surveillance Camera Code of Practice (2014)', ['surveillance-camera-code-wrong-year']],
  ['the Surveillance Camera Code of Practice 2021', []],
  // acts
  ['Freedoms of Information Act 2012', ['freedoms-of-information-act']],
  ['Freedom of Information Act 2012', ['freedoms-of-information-act']],
  ['the Freedoms Act 2012', ['protection-of-freedoms-act-misnamed']],
  ['the Protection of Freedoms Act 2012', []],
  ['the Protection of the Freedoms Act 2012', ['protection-of-freedoms-act-misnamed']],
  ['Protection of Freedom Act 2012', ['protection-of-freedoms-act-misnamed']],
  ['Protection of Freedoms Act 2013', ['protection-of-freedoms-act-2012']],
  ['Regulation for Investigatory Powers Act 2000', ['regulation-of-investigatory-powers-act-misnamed']],
  ['Regulation of Investigatory Powers Act 2003', ['regulation-of-investigatory-powers-act-2000']],
  ['REGULATION OF INVESTIGATORY POWERS ACT 2016', ['regulation-of-investigatory-powers-act-2000']],
  ['Regulation of Investigatory Powers Act (RIPA) 2000', []],
  ['Regulation of Investigatory Powers Act (RIPA) 2003', ['regulation-of-investigatory-powers-act-2000']],
  ['Regulation of Investigatory Powers (Scotland) Act 2000', []],
  ['Regulation of Investigatory Powers (Directed Surveillance and Covert Human Intelligence Sources) Order 2010', []],
  [
    'the Regulation of Investigatory Powers (Directed Surveillance and Covert Human Intelligence Sources) (Amendment) Order 2015',
    [],
  ],
  ['Investigatory Powers Act 2016', []],
  ['Investigatory Powers Act 2000', ['investigatory-powers-act-2016']],
  ['Criminal Justice & Public Order Act 1994', []],
  ['Criminal Justice and Public Order Act 1994', []],
  ['Public Order Act 1986', []],
  ['Public Order Act 2023', []],
  ['Public Order Act 1996', ['public-order-act-1986']],
  ['Criminal Justice and Public Order Act 1996', ['criminal-justice-and-public-order-act-1994']],
  ['Criminal Procedures & Investigations Act 1996, etc.', ['criminal-procedure-and-investigations-act-misnamed']],
  ['Criminal Procedure and Investigations Act 1996 and Code', []],
  ['Police Act 1996 and Police Act 1997', []],
  ['Police Act 1998', ['police-act-1996']],
  ['Police Act 1964', []],
  ['Human Rights Act 2000', ['human-rights-act-1998']],
  ['Human Rights Act, 1998', []],
  ['justified under the Human Rights Act as necessary', []],
  ['Freedom of Information Act 2005', ['freedom-of-information-act-2000']],
  ['Freedom of Information (Scotland) Act 2002', []],
  ['Police and Criminal Evidence Act 1986', ['police-and-criminal-evidence-act-1984']],
  ['Private Securities Industry Act', ['private-security-industry-act-misnamed']],
  ['Equality Act 2006', []],
  ['Equality Act 2011', ['equality-act-2010']],
  ['Environmental Information Regulations 1992', []],
  ['Crime and Disorder Act 1998', []],
  ['Crime & Disorder Act 1999', ['crime-and-disorder-act-1998']],
  ['Anti-social Behaviour, Crime and Policing Act 2014', []],
  ['Anti-social Behaviour Act 2003', []],
  ['Data (Use and Access) Act 2025', []],
  ['Police Reform and Social Responsibility Act 2011', []],
  // bodies
  ['the Crime Prosecution Service', ['crown-prosecution-service-misnamed']],
  ['the Crown Prosecution Service', []],
  ['the criminal prosecution service of the state', []],
  ['the Office of Surveillance Commissioners inspects', ['office-of-surveillance-commissioners']],
  ['the Office of Surveillance Commissioners (now IPCO)', []],
  ['set up by the Office of Surveillance Commissioner', ['office-of-surveillance-commissioner-singular']],
  ['the Overview and Scrutiny Committee (OSC)', []],
  ['ACPO guidance', ['acpo']],
  ['the ACPO Good Practice Guide for Digital Evidence', []],
  ['NPCC (formerly ACPO)', []],
  ['NPCC/ACPO guidance', []],
  ['Association of Chief Police Officers (ACPO)', ['acpo']],
  ['Association of Chief Police Officers in Scotland', ['acpos']],
  ['ACPO ANPR strategy', ['anpr-standards-of-acpo']],
  ['ACPO guidance', [], { date: '2015-03-31' }],
  ['The closed circuit television system follows ACPO guidance, footage being 31 days old.', ['acpo']],
  ['Reports go to the police authority each year.', ['police-authority']],
  ['No camera is moved without police authority.', []],
  ['the police authorities', []],
  ['the City of London Police Authority Board', []],
  ['British Transport Police Authority', []],
  ['the Metropolitan Police Authority (MPA)', ['metropolitan-police-authority']],
  ['the MPA role', ['mpa']],
  ['the MPAs', []],
  ['this multi-party agreement (MPA)', []],
  ['the CDRP', ['crime-and-disorder-reduction-partnership']],
  ['the CSP', []],
  ['complaints go to the IPCC', ['independent-police-complaints-commission']],
  ['complaints go to the IOPC (previously IPCC)', []],
  ['inspected by HMIC', ['hmic']],
  ['inspected by HMICFRS', []],
  ["Her Majesty's Inspectorate of Constabulary and Fire & Rescue Services", []],
  ['DCLG guidance', ['dclg']],
  ['the Office of the Deputy Prime Minister', []],
  ['Home Office Scientific Development Branch', ['home-office-cast']],
  ['HOSDB Publication 28/09', []],
  ['a broadCAST', []],
  // codes, standards, drones
  ['the Code of Practice on the Management of Police Information (MoPI)', ['management-of-police-information-code']],
  ['the Code of Practice on the Management of Police Information (MoPI)', [], { date: '2022-08-31' }],
  ['kept by MoPI group', []],
  ['MOPI (management of Police Information)', []],
  ['NASPLE v2.0', ['nasple-older-version']],
  ['NASPLE', []],
  ['NASPLE 1.1', []],
  ['NASPLE v2.4', []],
  ['BS 7958:2009', ['bs-7958-older-edition']],
  ['BS 7958', []],
  ['BS 7958:2015', []],
  ['BS EN 50132-7:2012', ['bs-en-50132']],
  ['BS EN 62676-4', []],
  ['ISO 9002', ['iso-9002']],
  ['ISO 9001', []],
  ['pilots hold a PfCO', ['permission-for-commercial-operations']],
  ['standard permission levels for users', []],
  // markings
  ['Any products disclosed are classified as Restricted.', ['marking-restricted']],
  ['access is restricted', []],
  ['Access should be restricted and clearly defined', []],
  ['The ability is also restricted to only certain members of staff', []],
  ['to protect the public', []],
  ['Reports are marked RESTRICTED.', ['marking-restricted-in-capitals']],
  ['bays marked restricted', []],
  ['Protective marking: RESTRICTED', ['marking-restricted']],
  ['protectively marked “CONFIDENTIAL”', ['marking-confidential']],
  ['envelopes marked confidential', []],
  ['envelopes marked CONFIDENTIAL', []],
  ['information classified as confidential by either party', []],
  ['strictly private and confidential', []],
  ['the area is classified as restricted access', []],
  ['RESTRICTED – POLICING', ['marking-restricted'], { label: 'Marking' }],
  ['OFFICIAL', [], { label: 'Marking' }],
  ['OFFICIAL-SENSITIVE', [], { label: 'Marking' }],
  ['OFFICIAL: access restricted to parties', [], { label: 'Marking' }],
  ['Confidential', ['marking-confidential'], { label: 'Marking' }],
  ['Not protectively marked', ['marking-restricted'], { label: 'Marking' }],
  ['RESTRICTED', [], { label: 'Marking', date: '2012-01-01' }],
  ['NOT PROTECTIVELY MARKED', ['marking-not-protectively-marked']],
  ['papers that are not protectively marked', []],
  ['Footage is protectively marked. Restricted access applies.', []],
  ['Material classified as RESTRICTED under the old scheme is now OFFICIAL-SENSITIVE.', []],
];

describe('laws, bodies and markings', () => {
  test.each(cases.map(([text, ids, options = {}]) => ({ text, ids, ...options })))(
    '$text',
    ({ text, ids, date = '2026-11-22', label = '', doc = '' }) => {
      const ground = { asOf: date, jurisdiction: 'england-and-wales', document: `${text}\n${doc}` };
      expect(find(text, label, ground).map(({ reference }) => reference.id)).toEqual(ids);
    },
  );

  test('every name is found by its own entry, and no right form is found by any', () => {
    const ground = { asOf: '2026-11-22', jurisdiction: 'england-and-wales', document: '' };
    for (const { id, names, in: places, phrases = [] } of shippedReferences.references) {
      for (const name of names) {
        const lead = places?.includes('phrase') ? `It is ${phrases[0]}` : places ? '' : 'It names';
        const found = find(`${lead} ${name} here.`.trim(), places && !places.includes('text') ? 'Marking' : '', ground);
        expect(
          found.map(({ reference }) => reference.id),
          name,
        ).toEqual([id]);
      }
    }
    for (const { title, short } of shippedReferences.acts) {
      for (const name of [title, ...short]) expect(find(`under the ${name} the`, '', ground), name).toEqual([]);
    }
    for (const { current } of shippedReferences.references) {
      expect(find(current, '', { ...ground, document: current }), current).toEqual([]);
    }
  });

  test('the table is what its schema says', () => {
    const validate = new Ajv2020({
      strict: true,
      strictRequired: false,
      strictTypes: false,
      formats: { date: true, uri: true },
    }).compile(schema);
    expect(validate(shippedReferences), JSON.stringify(validate.errors)).toBe(true);
  });
});
