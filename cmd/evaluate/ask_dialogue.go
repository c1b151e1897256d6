package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// hold asks until nothing is left, enough was asked, or the answers end.
func (s *interview) hold(ctx context.Context) error {
	s.say("%s", s.standing())
	s.say("Answer, or type: ? (do not know), na (does not apply to us), why, back, quit.")
	asked := 0
	for s.count == 0 || asked < s.count {
		steps := s.next(1)
		if len(steps) == 0 {
			s.say("\nNothing is left to ask that would settle a verdict.")
			break
		}
		switch done, err := s.question(ctx, steps[0]); {
		case err != nil:
			return err
		case done == ended:
			s.close()
			return nil
		case done == undone:
			asked = max(0, asked-1)
		case done == answered:
			asked++
		}
	}
	s.close()
	return nil
}

func (s *interview) close() {
	s.say("\n%s", s.standing())
	s.say("next: evaluate %s", s.path)
}

// ending says how a question was left.
type ending int

const (
	answered ending = iota
	passed          // nothing was written
	undone
	ended
)

// question asks one question until it is left in one way or another.
func (s *interview) question(ctx context.Context, step ask.Step) (ending, error) {
	s.say("\n%s", wrap(step.Question, ""))
	for _, c := range step.Choices {
		if c.Meaning != "" {
			s.say("  %s: %s", c.Word, c.Meaning)
		}
	}
	s.say("  (%s; %s)", step.Path, promise(step))
	wanted := wantedFor(step.Fact)
	prompt := wanted + ", or ?:"
	if step.Nature == report.Judged {
		s.say("  This is a judgement. ? if nobody has made it: that nobody looked is not a no.")
		prompt = "?, or " + wanted + ":"
	}
	for {
		text, ok := s.ask(prompt)
		if !ok {
			return ended, nil
		}
		switch strings.ToLower(text) {
		case "":
			continue
		case "quit", "q":
			return ended, nil
		case "?", "do not know", "don't know":
			s.past = append(s.past, moment{step.Pointer, s.file, s.report, true})
			s.skipped[step.Pointer] = true
			return passed, nil
		case "why", "w":
			s.why(step)
			continue
		case "back", "b":
			done, err := s.back()
			if done || err != nil {
				return undone, err
			}
			continue
		}
		var err error
		if word := strings.ToLower(text); word == "na" || word == "not applicable" {
			err = s.notApplicable(ctx, step)
		} else {
			err = s.answer(ctx, step.Fact, text)
		}
		if err == nil {
			return answered, nil
		}
		if ctx.Err() != nil {
			return ended, ctx.Err()
		}
		s.say("  %v", err)
	}
}

// wantedFor says what can be typed. Words that are listed above with their meanings are
// not listed again.
func wantedFor(f ask.Fact) string {
	explained := slices.ContainsFunc(f.Choices, func(c ask.Choice) bool { return c.Meaning != "" })
	switch {
	case f.Kind == report.Date:
		return "a date, such as 2026-02-17"
	case f.Kind == report.List && explained:
		return "any of these words with commas between them, none"
	case f.Kind == report.Word && explained:
		return "one of these words"
	case f.Kind == report.List && len(f.Choices) > 0:
		return f.Answer() + ", none"
	}
	return f.Answer()
}

// back takes the last answer back, or asks again what was passed over.
func (s *interview) back() (bool, error) {
	if len(s.past) == 0 {
		s.say("  This was the first question.")
		return false, nil
	}
	last := s.past[len(s.past)-1]
	s.past = s.past[:len(s.past)-1]
	delete(s.skipped, last.pointer)
	if !last.skipped {
		if err := replace(s.path, last.file.Content()); err != nil {
			return false, err
		}
	}
	s.file, s.report = last.file, last.report
	s.say("  Taken back: %s", words.Fact(last.pointer))
	return true, nil
}

// why says what waits for an answer, and what each would do.
func (s *interview) why(step ask.Step) {
	s.say("  %s", wrap(step.Description, "  "))
	const few = 5
	shown := 0
	for _, o := range s.report.Obligations {
		for _, m := range o.Missing {
			if m.Pointer != step.Pointer || o.Verdict != report.Undetermined {
				continue
			}
			if shown++; shown > few {
				continue
			}
			s.say("  Art. %s, %s", o.Article, o.Title)
			for _, i := range m.Open {
				s.say("    %s", wrap(s.inWords(o.Open[i]), "    "))
			}
		}
	}
	if shown > few {
		s.say("  and %s", plural(shown-few, "further obligation"))
	}
	for _, outcome := range step.Outcomes {
		s.say("  %s: %s", shownAnswer(outcome.Answer), settled(outcome.Settles))
	}
}

// inWords says an open question; the report itself only says of some that they
// decide whether the obligation applies, and not how.
func (s *interview) inWords(o report.Open) string {
	if o.Decides == report.Applies && o.Condition != nil {
		return "applies if " + words.Condition(*o.Condition)
	}
	return o.Words
}

// shownAnswer writes an answer as it is typed.
func shownAnswer(value any) string {
	switch value := value.(type) {
	case bool:
		if value {
			return "yes"
		}
		return "no"
	case string:
		return value
	}
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(content)
}

// settled counts verdicts: "2 breach, 3 not applicable".
func settled(list []ask.Settled) string {
	counts := map[report.Verdict]int{}
	for _, each := range list {
		counts[each.Verdict]++
	}
	var parts []string
	for _, v := range []report.Verdict{report.Breach, report.Compliant, report.NotApplicable} {
		if counts[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[v], words.Verdict(v)))
		}
	}
	return strings.Join(parts, ", ")
}
