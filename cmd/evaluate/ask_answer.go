package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/answer"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
)

// answer writes an answer with its source.
func (s *interview) answer(ctx context.Context, fact ask.Fact, text string) error {
	text, source, day, err := s.parts(fact, text)
	if err != nil {
		return err
	}
	value, err := fact.Parse(text)
	if err != nil {
		return err
	}
	entries, err := answer.Entries(s.file, fact, value, s.from(source, day))
	if err != nil {
		return err
	}
	return s.write(ctx, fact.Pointer, entries)
}

// from is where an answer comes from.
func (s *interview) from(source, day string) answer.Source {
	if source == "" {
		return answer.Source{}
	}
	return answer.Source{Title: source, Day: day, Status: report.Status(s.status)}
}

// parts splits an answer from its source and day.
func (s *interview) parts(fact ask.Fact, text string) (answer, source, day string, err error) {
	source, day = s.source, s.sourceDate
	if fact.Kind != report.Text {
		parts := strings.Split(text, ";")
		text = strings.TrimSpace(parts[0])
		for _, part := range parts[1:] {
			switch part = strings.TrimSpace(part); {
			case part == "":
			case part[0] >= '0' && part[0] <= '9':
				day = part
			default:
				source = part
			}
		}
	}
	if err := document.CheckDay(day); day != "" && err != nil {
		return "", "", "", fmt.Errorf("the day of the source: %w; expected year, month and day, such as 2026-11-03", err)
	}
	return text, source, day, nil
}

// notApplicable writes the fact that says that what is asked about does not concern
// the service or, where no fact says so, null with a note: never a value of the fact.
func (s *interview) notApplicable(ctx context.Context, step ask.Step) error {
	gate, value, found := s.catalogue.NotApplicable(s.report, step.Pointer)
	if found && gate.Pointer != step.Pointer {
		s.say("  Written: %s is %s.", gate.Path, shownAnswer(value))
		return s.write(ctx, gate.Pointer, append([]factfile.Entry{{Pointer: gate.Pointer, Value: value, Comment: answer.Comment(s.file, gate)}}, answer.Origin(s.file, gate.Pointer, s.from(s.source, s.sourceDate))...))
	}
	s.say("  No other fact says so; the fact stays open, with a note.")
	entry := factfile.Entry{Pointer: step.Pointer, Note: "said not to apply"}
	s.skipped[step.Pointer] = true
	return s.write(ctx, step.Pointer, []factfile.Entry{entry})
}

// write changes the file, judges it, and shows what has fallen into place. Where the
// facts would not be valid nothing is written.
func (s *interview) write(ctx context.Context, pointer string, entries []factfile.Entry) error {
	changed, err := s.file.Set(entries...)
	if err != nil {
		return err
	}
	judged, err := judgedFile(ctx, s.engine, changed)
	if err != nil {
		return fmt.Errorf("nothing was written: %w", err)
	}
	if err := replace(s.path, changed.Content()); err != nil {
		return err
	}
	s.past = append(s.past, moment{pointer, s.file, s.report, false})
	before := s.report
	s.file, s.report = changed, judged
	s.fell(ask.Fell(before, judged))
	return nil
}

// fell shows verdicts that have fallen into place.
func (s *interview) fell(list []ask.Settled) {
	if len(list) == 0 {
		return
	}
	s.say("  Settled: %s.", settled(list))
	const few = 4
	shown := slices.DeleteFunc(slices.Clone(list), func(each ask.Settled) bool { return each.Verdict == report.NotApplicable })
	for i, each := range shown {
		if i == few {
			s.say("    and %d more", len(shown)-few)
			break
		}
		s.say("    %s: Art. %s, %s", each.Verdict, each.Article, each.Title)
	}
}
