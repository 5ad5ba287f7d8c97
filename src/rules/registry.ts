import { actionMissing } from './action-missing.ts';
import { actionRepeated } from './action-repeated.ts';
import { actionUnowned } from './action-unowned.ts';
import { answerAmbiguous } from './answer-ambiguous.ts';
import { answerLost } from './answer-lost.ts';
import { answerMissing } from './answer-missing.ts';
import { assessmentOutdated } from './assessment-outdated.ts';
import { chargeIncomplete } from './charge-incomplete.ts';
import { componentInvalid } from './component-invalid.ts';
import { componentMissing } from './component-missing.ts';
import { contactPersonal } from './contact-personal.ts';
import { countWithoutPeriod } from './count-without-period.ts';
import { covertUnaddressed } from './covert-unaddressed.ts';
import { dateIncomplete } from './date-incomplete.ts';
import { deliverableOverdue } from './deliverable-overdue.ts';
import { frontMatterDiffers } from './front-matter-differs.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { frontMatterKeyUnknown } from './front-matter-key-unknown.ts';
import { frontMatterMissing } from './front-matter-missing.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { headingLevelSkipped } from './heading-level-skipped.ts';
import { headingNumberWrong } from './heading-number-wrong.ts';
import { increaseWithoutBaseline } from './increase-without-baseline.ts';
import { markingWithdrawn } from './marking-withdrawn.ts';
import { measureMissing } from './measure-missing.ts';
import { omissionUnknown } from './omission-unknown.ts';
import { omissionUnreasoned } from './omission-unreasoned.ts';
import { outcomeMissing } from './outcome-missing.ts';
import { outputWithoutPeriod } from './output-without-period.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { referenceMisnamed } from './reference-misnamed.ts';
import { referenceSuperseded } from './reference-superseded.ts';
import { retentionUnclear } from './retention-unclear.ts';
import { roleNamedTwice } from './role-named-twice.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMisplaced } from './section-misplaced.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionNotOmittable } from './section-not-omittable.ts';
import { sectionRepeated } from './section-repeated.ts';
import { serviceLevelIncomplete } from './service-level-incomplete.ts';
import { signatureMissing } from './signature-missing.ts';
import { surveillanceUndeclared } from './surveillance-undeclared.ts';
import { targetUnmeasurable } from './target-unmeasurable.ts';
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
  contactPersonal,
  roleNamedTwice,
  signatureMissing,
  dateIncomplete,
  placeholderLeft,
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
  assessmentOutdated,
  deliverableOverdue,
  measureMissing,
  outcomeMissing,
  outputWithoutPeriod,
];
