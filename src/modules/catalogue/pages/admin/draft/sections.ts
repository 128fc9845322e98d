import { basics } from './parts/basics.tsx';
import { channels } from './parts/channels.tsx';
import { documentForm } from './parts/document.tsx';
import { expert } from './parts/expert.tsx';
import { limits } from './parts/limits.tsx';
import { questionForm } from './parts/question.tsx';
import { stageForm } from './parts/stage.tsx';
import { formSections } from './parts/form-sections.tsx';
import { faq, guide, result } from './parts/texts.tsx';
import type { EntryForm, Section } from './part.ts';
import type { EntryList, PartName } from './place.ts';

/** The sections that are written on one page. Of the lists only what belongs to the whole list. */
export const sectionByPart: Readonly<Partial<Record<PartName, Section>>> = {
  basics,
  guide,
  limits,
  channels,
  questions: formSections,
  result,
  faq,
  expert,
};

export const formByList: Readonly<Record<EntryList, EntryForm>> = { questions: questionForm, documents: documentForm, stages: stageForm };
