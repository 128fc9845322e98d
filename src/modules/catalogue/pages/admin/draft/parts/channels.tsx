import { type ChannelName, channelNames } from '../../../../item.ts';
import { guideWords } from '../../../../locales/guide/index.ts';
import { portalWords } from '../../../../locales/portal/index.ts';
import { Line, Small, Texts, Tick, Ticks } from '../kit.tsx';
import { type FieldProps, optionsOf, put, type Section } from '../part.ts';
import { namesOf, number, type Part, partOf, some, texts, ticked } from '../read.ts';
import { Limit, limitIn } from './limits.tsx';

/** The nine ways; what is not ticked is not offered. */
export const channels: Section = {
  Fields: (props) => (
    <>
      <p class="hint">{props.words.hints.channels}</p>
      {channelNames.map((name) => (
        <ChannelFields key={name} {...props} name={name} />
      ))}
    </>
  ),
  read: (fields) => channelNames.map((name) => put(`channels.${name}`, channelIn(partOf(partOf(fields['channels'])[name])))),
};

function channelIn({ on, only, for: groups, as, limit, fee, note }: Part): Part | undefined {
  if (!ticked(on)) return undefined;
  return (
    some({
      only: ticked(only) && 'urgent',
      for: namesOf(groups),
      as: ticked(as) && 'guidance',
      limit: limitIn(limit),
      fee: number(fee),
      note: texts(note),
    }) ?? {}
  );
}

function ChannelFields({ name, ...props }: FieldProps & { name: ChannelName }) {
  const { item, language, words } = props;
  const given = partOf(item['channels'])[name];
  const channel = partOf(given);
  const path = `channels.${name}`;
  const isPlain = Object.keys(channel).length === 0;
  return (
    <fieldset class="entry" id={`f-channels-${name}`}>
      <legend class="hide">{portalWords(language).channels[name]}</legend>
      <Tick name={`${path}.on`} label={<b>{portalWords(language).channels[name]}</b>} on={given !== undefined} />
      <details open={given !== undefined && !isPlain}>
        <summary>{words.more}</summary>
        <div class="ticks">
          <Tick name={`${path}.only`} label={words.onlyUrgent} on={channel['only'] === 'urgent'} />
          <Tick name={`${path}.as`} label={words.asGuidance} on={channel['as'] === 'guidance'} />
        </div>
        <Ticks
          name={`${path}.for`}
          label={words.fields.for}
          options={optionsOf(guideWords(language).groups)}
          values={namesOf(channel['for'])}
        />
        <Limit {...props} name={`${path}.limit`} label={words.fields['channels.limit']} />
        <Line>
          <Small name={`${path}.fee`} label={words.fields['channels.fee']} value={channel['fee']} />
        </Line>
        <Texts name={`${path}.note`} label={words.fields['channels.note']} value={channel['note']} />
      </details>
    </fieldset>
  );
}
