import { actionMissing } from './action-missing.ts';
import { actionRepeated } from './action-repeated.ts';
import { actionUnowned } from './action-unowned.ts';
import { agreementExpired } from './agreement-expired.ts';
import { answerAmbiguous } from './answer-ambiguous.ts';
import { answerLost } from './answer-lost.ts';
import { answerMissing } from './answer-missing.ts';
import { assessmentOutdated } from './assessment-outdated.ts';
import { componentInvalid } from './component-invalid.ts';
import { componentMissing } from './component-missing.ts';
import { contactMissing } from './contact-missing.ts';
import { contactPersonal } from './contact-personal.ts';
import { controllerUnclear } from './controller-unclear.ts';
import { dateIncomplete } from './date-incomplete.ts';
import { dateOrder } from './date-order.ts';
import { deliverableOverdue } from './deliverable-overdue.ts';
import { frontMatterDiffers } from './front-matter-differs.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { frontMatterKeyUnknown } from './front-matter-key-unknown.ts';
import { frontMatterMissing } from './front-matter-missing.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { headingLevelSkipped } from './heading-level-skipped.ts';
import { headingNumberWrong } from './heading-number-wrong.ts';
import { historyMismatch } from './history-mismatch.ts';
import { increaseWithoutBaseline } from './increase-without-baseline.ts';
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
import { referenceMisnamed } from './reference-misnamed.ts';
import { referenceSuperseded } from './reference-superseded.ts';
import { reportingPeriodDiffers } from './reporting-period-differs.ts';
import { reviewMissing } from './review-missing.ts';
import { reviewOverdue } from './review-overdue.ts';
import { roleNamedTwice } from './role-named-twice.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMisplaced } from './section-misplaced.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionNotOmittable } from './section-not-omittable.ts';
import { sectionRepeated } from './section-repeated.ts';
import { signatureIncomplete } from './signature-incomplete.ts';
import { signatureMissing } from './signature-missing.ts';
import { termContradicted } from './term-contradicted.ts';
import { titleMissing } from './title-missing.ts';
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
  increaseWithoutBaseline,
  referenceSuperseded,
  referenceMisnamed,
  markingWithdrawn,
  answerMissing,
  answerAmbiguous,
  answerLost,
  actionMissing,
  actionUnowned,
  actionRepeated,
  assessmentOutdated,
  deliverableOverdue,
  measureMissing,
  outcomeMissing,
  outputWithoutPeriod,
];
