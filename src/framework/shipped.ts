import { data as agreementFrontMatter } from '#schemas/frameworks/agreement-front-matter.yaml';
import { data as communityEngagement } from '#schemas/frameworks/community-engagement.yaml';
import { data as deliveryPlan } from '#schemas/frameworks/delivery-plan.yaml';
import { data as selfAssessment } from '#schemas/frameworks/self-assessment.yaml';
import { data as service } from '#schemas/frameworks/service.yaml';
import { data as surveillanceCamera } from '#schemas/frameworks/surveillance-camera.yaml';
import { data as values } from '#schemas/frameworks/values.yaml';
import type { JsonObject } from '../data/json.ts';

/** The frameworks that come with the program, by name. To add one: its file in `schemas/frameworks`, its line here. */
export const shippedFrameworks: Readonly<Record<string, JsonObject>> = {
  'surveillance-camera': surveillanceCamera,
  'self-assessment': selfAssessment,
  'community-engagement': communityEngagement,
  'delivery-plan': deliveryPlan,
  service,
};

/** What every framework, shipped or of the user's own, may refer to. */
export const sharedSchemas: readonly JsonObject[] = [values, agreementFrontMatter];

/** The framework that `init` takes when none is named. */
export const defaultFramework = 'surveillance-camera';
