/** One question of a card: a field, one of some options, or several of them. "You decide" is always among the choices. */
import type { Question } from "@edgewright/contracts";
import { useId } from "react";
import { Badge } from "../../../components/Badge.tsx";
import { Button } from "../../../components/Button.tsx";
import { Checkbox } from "../../../components/Checkbox.tsx";
import { RadioGroup, RadioItem } from "../../../components/RadioGroup.tsx";
import { Textarea } from "../../../components/Textarea.tsx";
import { type DraftAnswer, formOf } from "./draft.ts";
import { OwnWords, useOwnWords } from "./OwnWords.tsx";

interface FieldsProps {
  question: Question;
  value: DraftAnswer;
  onChange: (value: DraftAnswer) => void;
  disabled: boolean;
}

/** As the radio's value; an option may say anything else. */
const DECIDE = "\u0000decide";
const OTHER = "\u0000other";

const ELSE = <span className="text-muted">Something else</span>;
const LEFT = <span className="text-muted">You decide</span>;

export function QuestionFields(props: FieldsProps) {
  const form = formOf(props.question);
  if (form === "text") return <TextAnswer {...props} />;
  return form === "one" ? <OneAnswer {...props} /> : <SeveralAnswers {...props} />;
}

function OneAnswer(props: FieldsProps) {
  const { question, value, onChange, disabled } = props;
  const { pointed, pressed } = useOwnWords();
  const { decide, chosen, other } = value;
  const choose = (choice: string) =>
    onChange({
      ...value,
      decide: choice === DECIDE,
      other: choice === OTHER,
      chosen: choice === DECIDE || choice === OTHER ? chosen : [choice],
    });
  return (
    <RadioGroup
      label={question.text}
      value={decide ? DECIDE : other ? OTHER : (chosen[0] ?? null)}
      onChange={choose}
      disabled={disabled}
      className="-mx-2"
    >
      {question.options.map((option) => (
        <RadioItem key={option} value={option}>
          <Option text={option} question={question} />
        </RadioItem>
      ))}
      <RadioItem value={OTHER} onPress={pressed}>
        {ELSE}
      </RadioItem>
      {other && !decide && <OwnWords {...ownWords(props)} pointed={pointed} />}
      <RadioItem value={DECIDE}>{LEFT}</RadioItem>
    </RadioGroup>
  );
}

function SeveralAnswers(props: FieldsProps) {
  const { question, value, onChange, disabled } = props;
  const { pointed, pressed } = useOwnWords();
  const { decide, chosen, other } = value;
  const toggle = (option: string, on: boolean) =>
    onChange({
      ...value,
      decide: false,
      chosen: question.options.filter((candidate) => (candidate === option ? on : chosen.includes(candidate))),
    });
  return (
    <fieldset aria-label={question.text} className="-mx-2 flex flex-col">
      {question.options.map((option) => (
        <Checkbox key={option} checked={!decide && chosen.includes(option)} onChange={(on) => toggle(option, on)} disabled={disabled}>
          <Option text={option} question={question} />
        </Checkbox>
      ))}
      <Checkbox
        checked={!decide && other}
        onChange={(on) => onChange({ ...value, decide: false, other: on })}
        onPress={pressed}
        disabled={disabled}
      >
        {ELSE}
      </Checkbox>
      {other && !decide && <OwnWords {...ownWords(props)} pointed={pointed} />}
      <Checkbox checked={decide} onChange={(on) => onChange({ ...value, decide: on })} disabled={disabled}>
        {LEFT}
      </Checkbox>
    </fieldset>
  );
}

const ownWords = ({ question, value, onChange, disabled }: FieldsProps) => ({
  label: question.text,
  text: value.text,
  onChange: (text: string) => onChange({ ...value, text }),
  disabled,
});

function TextAnswer({ question, value, onChange, disabled }: FieldsProps) {
  const id = useId();
  const write = (text: string) => onChange({ ...value, decide: false, text });
  const take = (text: string) => {
    write(text);
    document.getElementById(id)?.focus();
  };
  return (
    <>
      {question.options.length > 0 && (
        <div className="mb-2 flex flex-wrap gap-1.5">
          {question.options.map((option) => (
            <Button
              key={option}
              size="sm"
              disabled={disabled}
              onClick={() => take(option)}
              className="h-auto! min-h-7 max-w-full py-1 text-left whitespace-normal! pointer-coarse:min-h-9 pointer-coarse:py-2"
            >
              <Option text={option} question={question} />
            </Button>
          ))}
        </div>
      )}
      <Textarea
        id={id}
        aria-label={question.text}
        rows={2}
        maxLength={2000}
        disabled={disabled || value.decide}
        value={value.text}
        onChange={(event) => write(event.target.value)}
        className="max-h-40"
      />
      <div className="-mx-2 mt-1">
        <Checkbox checked={value.decide} onChange={(decide) => onChange({ ...value, decide })} disabled={disabled}>
          {LEFT}
        </Checkbox>
      </div>
    </>
  );
}

const Option = ({ text, question }: { text: string; question: Question }) => (
  <>
    {text}
    {question.suggested.includes(text) && <Badge className="ml-2">suggested</Badge>}
  </>
);
