import { acronymUndefined } from './acronym-undefined.ts';
import { actionMissing } from './action-missing.ts';
import { actionOverdue } from './action-overdue.ts';
import { actionRepeated } from './action-repeated.ts';
import { actionUnowned } from './action-unowned.ts';
import { agreementExpired } from './agreement-expired.ts';
import { answerAmbiguous } from './answer-ambiguous.ts';
import { answerLost } from './answer-lost.ts';
import { answerMissing } from './answer-missing.ts';
import { assessmentOutdated } from './assessment-outdated.ts';
import { chargeIncomplete } from './charge-incomplete.ts';
import { componentInvalid } from './component-invalid.ts';
import { componentMissing } from './component-missing.ts';
import { contactMissing } from './contact-missing.ts';
import { contactPersonal } from './contact-personal.ts';
import { controllerUnclear } from './controller-unclear.ts';
import { countWithoutPeriod } from './count-without-period.ts';
import { covertUnaddressed } from './covert-unaddressed.ts';
import { dateIncomplete } from './date-incomplete.ts';
import { dateOrder } from './date-order.ts';
import { deliverableOverdue } from './deliverable-overdue.ts';
import { frontMatterDiffers } from './front-matter-differs.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { frontMatterKeyUnknown } from './front-matter-key-unknown.ts';
import { frontMatterMissing } from './front-matter-missing.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { guidanceLeft } from './guidance-left.ts';
import { headingLevelSkipped } from './heading-level-skipped.ts';
import { headingNumberWrong } from './heading-number-wrong.ts';
import { historyMismatch } from './history-mismatch.ts';
import { increaseWithoutBaseline } from './increase-without-baseline.ts';
import { linkBroken } from './link-broken.ts';
import { localPathLeft } from './local-path-left.ts';
import { markingWithdrawn } from './marking-withdrawn.ts';
import { measureMissing } from './measure-missing.ts';
import { officerConflict } from './officer-conflict.ts';
import { omissionUnknown } from './omission-unknown.ts';
import { omissionUnreasoned } from './omission-unreasoned.ts';
import { outcomeMissing } from './outcome-missing.ts';
import { outputWithoutPeriod } from './output-without-period.ts';
import { partyRoleMissing } from './party-role-missing.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { publicationMissing } from './publication-missing.ts';
import { referenceDuplicated } from './reference-duplicated.ts';
import { referenceMisnamed } from './reference-misnamed.ts';
import { referenceSuperseded } from './reference-superseded.ts';
import { reportingPeriodDiffers } from './reporting-period-differs.ts';
import { retentionUnclear } from './retention-unclear.ts';
import { reviewMissing } from './review-missing.ts';
import { reviewOverdue } from './review-overdue.ts';
import { roleNamedTwice } from './role-named-twice.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMisplaced } from './section-misplaced.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionNotOmittable } from './section-not-omittable.ts';
import { sectionRepeated } from './section-repeated.ts';
import { serviceLevelIncomplete } from './service-level-incomplete.ts';
import { signatureIncomplete } from './signature-incomplete.ts';
import { signatureMissing } from './signature-missing.ts';
import { supersedesUnknown } from './supersedes-unknown.ts';
import { suppressionUnknown } from './suppression-unknown.ts';
import { suppressionUnreasoned } from './suppression-unreasoned.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { surveillanceUndeclared } from './surveillance-undeclared.ts';
import { targetUnmeasurable } from './target-unmeasurable.ts';
import { termContradicted } from './term-contradicted.ts';
import { termUnused } from './term-unused.ts';
import { titleMissing } from './title-missing.ts';
import { totalWrong } from './total-wrong.ts';
import { wordProcessorLeftover } from './word-processor-leftover.ts';

/** Every rule, by group, in the order in which they are explained. To add one: its file, its line here. */
export const rules: readonly Rule[] = [
  sectionMissing,
  componentMissing,
  componentInvalid,
  sectionEmpty,
  sectionMisplaced,
  sectionRepeated,
  sectionNotOmittable,
  omissionUnreasoned,
  omissionUnknown,
  headingLevelSkipped,
  headingNumberWrong,
  titleMissing,
  frontMatterMissing,
  frontMatterSyntax,
  frontMatterInvalid,
  frontMatterKeyUnknown,
  frontMatterDiffers,
  partyRoleMissing,
  contactMissing,
  contactPersonal,
  roleNamedTwice,
  controllerUnclear,
  officerConflict,
  signatureMissing,
  signatureIncomplete,
  publicationMissing,
  dateIncomplete,
  dateOrder,
  termContradicted,
  agreementExpired,
  reviewMissing,
  reviewOverdue,
  historyMismatch,
  reportingPeriodDiffers,
  placeholderLeft,
  guidanceLeft,
  wordProcessorLeftover,
  localPathLeft,
  linkBroken,
  acronymUndefined,
  termUnused,
  totalWrong,
  targetUnmeasurable,
  countWithoutPeriod,
  serviceLevelIncomplete,
  retentionUnclear,
  chargeIncomplete,
  increaseWithoutBaseline,
  referenceSuperseded,
  referenceMisnamed,
  markingWithdrawn,
  surveillanceUndeclared,
  covertUnaddressed,
  answerMissing,
  answerAmbiguous,
  answerLost,
  actionMissing,
  actionUnowned,
  actionRepeated,
  actionOverdue,
  assessmentOutdated,
  deliverableOverdue,
  measureMissing,
  outcomeMissing,
  outputWithoutPeriod,
  referenceDuplicated,
  supersedesUnknown,
  suppressionUnreasoned,
  suppressionUnknown,
  suppressionUnused,
];

/** The ids of all rules. A function, for some rules ask for it and are listed above. */
export function ruleIds(): readonly string[] {
  return rules.map(({ id }) => id);
}
